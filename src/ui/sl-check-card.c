/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-check-card.h"

#include <glib/gi18n-lib.h>

#include "ui/sl-format.h"
#include "ui/sl-impact-list.h"
#include "ui/sl-marked-words.h"
#include "ui/sl-verdict-tag.h"

struct _SlCheckCard
{
  AdwBin parent_instance;

  /* Children of the template. */
  SlVerdictTag *verdict;
  GtkLabel     *kinds;
  GtkLabel     *detail;
  GtkLabel     *moments;
  GtkLabel     *before;
  GtkLabel     *after;
  SlImpactList *impact;
};

G_DEFINE_FINAL_TYPE (SlCheckCard, sl_check_card, ADW_TYPE_BIN)

static void
show_moments (SlCheckCard        *self,
              SlCase             *from,
              const SlTriageItem *item)
{
  g_autoptr (SlDocument) document = sl_case_get_document (from, item->passage->document_id, NULL);
  g_autoptr (SlCapture) capture = document != NULL ? sl_case_get_capture (from, document->capture_id, NULL) : NULL;
  g_autofree char *captured = capture != NULL ? sl_format_moment (capture->captured_at / G_USEC_PER_SEC) : g_strdup ("–");
  g_autofree char *checked = sl_format_moment (item->check->at);
  /* Translators: when the archived wording was captured, when the source was looked at again. */
  g_autofree char *moments = g_strdup_printf (_ ("Captured %s · Checked %s"), captured, checked);

  gtk_label_set_text (self->moments, moments);
}

/* What is said in the place of a present wording, when none stands for the archived one. */
static const char *
describe_nothing (SlVerdict verdict)
{
  switch (verdict)
    {
    case SL_VERDICT_MOVED:
      return _ ("The same words, at another place in the text.");
    case SL_VERDICT_ABSENT:
      return _ ("No words were found that stand for these.");
    case SL_VERDICT_ALTERED:
    case SL_VERDICT_VERBATIM:
    case SL_VERDICT_GONE:
    case SL_VERDICT_BLOCKED:
    case SL_VERDICT_UNREACHABLE:
    case SL_VERDICT_UNREADABLE:
    case SL_VERDICT_NOT_CHECKED:
    default:
      return _ ("No text came that could be looked at.");
    }
}

static void
show_kinds (SlCheckCard        *self,
            const SlDifference *difference)
{
  g_autofree char *kinds = difference != NULL && difference->kinds != 0 ? sl_change_kinds_describe (difference->kinds) : NULL;
  /* Translators: %s are kinds of changes, such as "number, hedge". */
  g_autofree char *words = kinds != NULL ? g_strdup_printf (_ ("Changed: %s"), kinds) : g_strdup ("");

  gtk_label_set_text (self->kinds, words);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), *words != '\0');
}

static void
show_words (SlCheckCard        *self,
            const SlTriageItem *item)
{
  const char *exact = item->passage->exact;
  const char *found = item->check->found;
  g_autoptr (SlDifference) difference = sl_triage_item_compare (item);
  const char *shown = found != NULL ? found : describe_nothing (item->check->verdict);
  g_autoptr (PangoAttrList) marks_before = sl_marked_words_mark (GTK_WIDGET (self->before), exact, difference, FALSE);
  g_autoptr (PangoAttrList) marks_after = sl_marked_words_mark (GTK_WIDGET (self->after), shown, difference, TRUE);
  g_autofree char *changes = sl_marked_words_describe (exact, shown, difference);

  gtk_label_set_text (self->before, exact);
  gtk_label_set_attributes (self->before, marks_before);
  gtk_label_set_text (self->after, shown);
  gtk_label_set_attributes (self->after, marks_after);
  if (found != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->after), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->after), "dim-label");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->after), *changes != '\0' ? changes : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->after), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, changes, -1);
  show_kinds (self, difference);
}

static void
sl_check_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SL_TYPE_CHECK_CARD);
  G_OBJECT_CLASS (sl_check_card_parent_class)->dispose (object);
}

static void
sl_check_card_class_init (SlCheckCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_check_card_dispose;
  g_type_ensure (SL_TYPE_IMPACT_LIST);
  g_type_ensure (SL_TYPE_VERDICT_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sourceline/Sourceline/ui/sl-check-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, kinds);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, detail);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, moments);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, before);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, after);
  gtk_widget_class_bind_template_child (widget_class, SlCheckCard, impact);
}

static void
sl_check_card_init (SlCheckCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sl_check_card_show:
 * @session: with an open case
 * @item: what to show
 */
void
sl_check_card_show (SlCheckCard        *self,
                    SlSession          *session,
                    const SlTriageItem *item)
{
  const char *detail = item->check->detail;

  g_return_if_fail (SL_IS_CHECK_CARD (self));

  sl_verdict_tag_set (self->verdict, item->check->verdict);
  gtk_label_set_text (self->detail, detail != NULL ? detail : sl_verdict_describe (item->check->verdict));
  /* The recorded sentence names the same moments, in UTC. */
  gtk_widget_set_visible (GTK_WIDGET (self->moments), detail == NULL);
  show_moments (self, sl_session_get_case (session), item);
  show_words (self, item);
  sl_impact_list_show (self->impact, session, item->passage->id);
}
