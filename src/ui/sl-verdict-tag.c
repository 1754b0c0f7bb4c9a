/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/sl-verdict-tag.h"

#include <glib/gi18n-lib.h>

struct _SlVerdictTag
{
  AdwBin parent_instance;

  GtkImage  *icon;   /* (unowned): in the box */
  GtkLabel  *word;   /* (unowned): in the box */
  SlVerdict  shown;
};

G_DEFINE_FINAL_TYPE (SlVerdictTag, sl_verdict_tag, ADW_TYPE_BIN)

/* How a verdict looks; @style: the colour that its kind has elsewhere. */
static const struct
{
  const char *icon;
  const char *word;
  const char *style;
} looks[SL_N_VERDICTS] = {
  [SL_VERDICT_VERBATIM] = { "object-select-symbolic", NC_ ("verdict", "Verbatim"), "success" },
  [SL_VERDICT_ALTERED] = { "document-edit-symbolic", NC_ ("verdict", "Altered"), "warning" },
  [SL_VERDICT_ABSENT] = { "edit-find-symbolic", NC_ ("verdict", "Not found"), "error" },
  [SL_VERDICT_GONE] = { "action-unavailable-symbolic", NC_ ("verdict", "Source gone"), "error" },
  [SL_VERDICT_BLOCKED] = { "changes-prevent-symbolic", NC_ ("verdict", "Blocked"), "neutral" },
  [SL_VERDICT_UNREACHABLE] = { "network-offline-symbolic", NC_ ("verdict", "Unreachable"), "neutral" },
  [SL_VERDICT_UNREADABLE] = { "view-conceal-symbolic", NC_ ("verdict", "Unreadable"), "neutral" },
  [SL_VERDICT_MOVED] = { "object-flip-vertical-symbolic", NC_ ("verdict", "Moved"), "accent" },
  [SL_VERDICT_NOT_CHECKED] = { "content-loading-symbolic", NC_ ("verdict", "Not checked"), "neutral" },
};

static void
sl_verdict_tag_class_init (SlVerdictTagClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "verdict");
}

static void
sl_verdict_tag_init (SlVerdictTag *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->word = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->word, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->word));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  sl_verdict_tag_set (self, SL_VERDICT_NOT_CHECKED);
}

/**
 * sl_verdict_tag_new:
 *
 * Returns: (transfer floating): a tag that says that nothing was checked
 */
GtkWidget *
sl_verdict_tag_new (void)
{
  return g_object_new (SL_TYPE_VERDICT_TAG, NULL);
}

/**
 * sl_verdict_tag_describe:
 *
 * Returns: (transfer none): the verdict in a word or two, translated
 */
const char *
sl_verdict_tag_describe (SlVerdict verdict)
{
  g_return_val_if_fail (verdict < SL_N_VERDICTS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "verdict", looks[verdict].word);
}

/**
 * sl_verdict_tag_set:
 */
void
sl_verdict_tag_set (SlVerdictTag *self,
                    SlVerdict     verdict)
{
  g_return_if_fail (SL_IS_VERDICT_TAG (self));
  g_return_if_fail (verdict < SL_N_VERDICTS);

  gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->shown].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[verdict].style);
  self->shown = verdict;
  gtk_image_set_from_icon_name (self->icon, looks[verdict].icon);
  gtk_label_set_text (self->word, sl_verdict_tag_describe (verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sl_verdict_describe (verdict));
}
