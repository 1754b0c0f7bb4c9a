/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-verify-passages.h"

#include "verify/sl-anchor.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *text;       /* (unowned) */
  gsize       length_cp;
  SlNormal   *normal;     /* (unowned) */
} Document;

/* The passage's own words have to stand at its own place: its document cannot have changed. */
static gboolean
is_in_place (const Document  *document,
             const SlPassage *passage)
{
  if (passage->start_cp >= passage->end_cp || passage->end_cp > document->length_cp)
    return FALSE;

  const char *start = g_utf8_offset_to_pointer (document->text, (long) passage->start_cp);
  const char *end = g_utf8_offset_to_pointer (start, (long) (passage->end_cp - passage->start_cp));
  g_autofree char *there = sl_normal_dup (start, end - start);
  g_autofree char *quoted = sl_normal_dup (passage->exact, -1);

  return g_str_equal (there, quoted);
}

static SlFinding *
judge (const Document  *document,
       const SlPassage *passage)
{
  g_autofree char *detail = NULL;

  if (is_in_place (document, passage))
    return NULL;

  g_autoptr (SlAnchor) anchor = sl_anchor_locate_passage (document->normal, passage, NULL);
  if (anchor->verdict == SL_VERDICT_VERBATIM || anchor->verdict == SL_VERDICT_MOVED)
    return sl_finding_new ("passage", passage->id, "position", _ ("The words of the passage do not stand where the passage says."));

  if (anchor->verdict == SL_VERDICT_ALTERED)
    detail = g_strdup_printf (_ ("The words of the passage stand in its document differently: %s"), anchor->difference->marked);
  else
    detail = g_strdup_printf (_ ("The words “%s” are not in the document of the passage."), passage->exact);
  return sl_finding_new ("passage", passage->id, "not-verbatim", detail);
}

/**
 * sl_verify_passages:
 * @text: text of a document
 * @passages: (element-type SlPassage): passages of this document
 *
 * Checks that each passage stands word by word, and in its place, in the text of its document.
 *
 * Fails only with %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type SlFinding): the problems, empty when all is well
 */
GPtrArray *
sl_verify_passages (const char    *text,
                    gsize          length_bytes,
                    GPtrArray     *passages,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sl_finding_free);
  g_autoptr (SlNormal) normal = sl_normal_new (text, (gssize) length_bytes);
  Document document = { text, (gsize) g_utf8_strlen (text, (gssize) length_bytes), normal };

  for (guint i = 0; i < passages->len; i++)
    {
      SlFinding *finding;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      finding = judge (&document, g_ptr_array_index (passages, i));
      if (finding != NULL)
        g_ptr_array_add (findings, finding);
    }
  return g_steal_pointer (&findings);
}
