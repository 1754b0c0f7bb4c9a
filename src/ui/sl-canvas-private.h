/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "timeline/sl-timeline-layout.h"
#include "ui/sl-canvas.h"
#include "ui/sl-label-cache.h"

G_BEGIN_DECLS

/* Height of the ruler, which stays in place when lanes are scrolled. */
#define SL_CANVAS_RULER_PX 46.0

/* How much one step of zooming magnifies. */
#define SL_CANVAS_ZOOM_STEP 1.6

/* Rows of the undated lane when the person has opened it. */
#define SL_CANVAS_UNDATED_ROWS 400

/* Room that a fitted view leaves at both sides. */
#define SL_CANVAS_MARGIN_PX 72.0

struct _SlCanvas
{
  GtkWidget parent_instance;

  SlTimelineData *data; /* (owned) (nullable) */
  SlTimeScale scale;    /* width 0 until there is something to show */
  double scroll_px;     /* how far the lanes are scrolled down */
  int cursor;           /* index of the item that is pointed at, or -1 */
  int hover;            /* index of the mark under the pointer, or -1 */
  gboolean untouched;   /* still what the case opened with: fitted again when the size changes */
  gboolean undated_open; /* the undated lane shows all that it holds */

  SlTimelineLayout *layout; /* (owned) (nullable): made when needed */
  GskRenderNode *ruler;     /* (owned) (nullable): drawn for @scale */
  GskRenderNode *marks;     /* (owned) (nullable): drawn for @layout */
  SlLabelCache *labels;     /* (owned) */

  AdwAnimation *zoom; /* (owned): from @zoom_from to @zoom_to */
  SlTimeScale zoom_from;
  SlTimeScale zoom_to;
  guint glide; /* tick callback of a pan that goes on by itself, or 0 */
  double glide_px_s;
  gint64 glide_time;
  double pointer_x;
  double pointer_y;
  double drag_x; /* how far the drag was followed */
  double drag_y;
  double drag_px_s;
  gint64 drag_time;
  double pinch;

  gboolean described;  /* somebody has asked for the accessible children */
  GPtrArray *children; /* (owned) (nullable) (element-type SlCanvasItem) */
  guint refresh;       /* idle source that makes them anew, or 0 */
};

/* sl-canvas.c */
SlLanes          *sl_canvas_lanes               (SlCanvas              *self);
SlTimelineLayout *sl_canvas_ensure_layout       (SlCanvas              *self);
void              sl_canvas_invalidate          (SlCanvas              *self);
void              sl_canvas_redraw              (SlCanvas              *self);
void              sl_canvas_move_to             (SlCanvas              *self,
                                                 SlTimeScale            scale);
void              sl_canvas_scroll_to           (SlCanvas              *self,
                                                 double                 scroll_px);
void              sl_canvas_point_at            (SlCanvas              *self,
                                                 int                    item,
                                                 gboolean               tell);
void              sl_canvas_activate            (SlCanvas              *self);

/* sl-canvas-draw.c */
void              sl_canvas_snapshot            (GtkWidget             *widget,
                                                 GtkSnapshot           *snapshot);

/* sl-canvas-keys.c */
void              sl_canvas_class_add_keys      (GtkWidgetClass        *widget_class);

/* sl-canvas-input.c */
void              sl_canvas_add_controllers     (SlCanvas              *self);
void              sl_canvas_stop                (SlCanvas              *self);
void              sl_canvas_zoom_to             (SlCanvas              *self,
                                                 SlTimeScale            scale);

/* sl-canvas-accessible.c */
void              sl_canvas_accessible_init     (GtkAccessibleInterface *interface);
void              sl_canvas_children_changed    (SlCanvas              *self);
void              sl_canvas_children_focus      (SlCanvas              *self,
                                                 int                    before,
                                                 int                    now);
void              sl_canvas_children_drop       (SlCanvas              *self);

G_END_DECLS
