/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-conversions.h"

#include "workbench/sl-earlier.h"

static gboolean
convert (SlCase                 *a_case,
         const SlCapture        *capture,
         const SlDocument       *document,
         const SlWarcReference  *content,
         SlMemberFunc            func,
         gpointer                data,
         GError                **error)
{
  g_autofree char *text = sl_case_load_text (a_case, document->id, error);
  g_autoptr (GBytes) member = text != NULL
                                  ? sl_warc_write_conversion (content, text, document->extractor, capture->captured_at, error)
                                  : NULL;

  return member != NULL && func (capture, member, data, error);
}

/**
 * sl_conversions_foreach:
 *
 * Walks over the texts that were read from a capture, as WARC records of the type conversion. They are made from the
 * documents of the case, each time alike: the case keeps a text once.
 *
 * Fails with SL_STORE_ERROR, and as @func does.
 */
gboolean
sl_conversions_foreach (SlCase           *a_case,
                        const SlCapture  *capture,
                        SlMemberFunc      func,
                        gpointer          data,
                        GError          **error)
{
  g_autoptr (SlWarcReference) content = sl_earlier_find_content (a_case, capture);
  g_autoptr (GPtrArray) documents = NULL;
  SlQuery query = SL_QUERY_ALL;

  if (content == NULL)
    return TRUE;

  query.about = capture->id;
  documents = sl_case_list_documents (a_case, &query, error);
  if (documents == NULL)
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    {
      if (!convert (a_case, capture, g_ptr_array_index (documents, i), content, func, data, error))
        return FALSE;
    }

  return TRUE;
}
