/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workbench/sl-import-private.h"

#include <glib/gi18n-lib.h>

#include "core/sl-edtf.h"
#include "workbench/sl-queue.h"

static gboolean
is_date (const char *text)
{
  SlEdtf edtf;

  return text != NULL && sl_edtf_parse (text, &edtf, NULL);
}

/* What a list says about a document stands until the document is there, and is kept then. */
static SlSource *
make_source (const SlReference *reference)
{
  SlSource *source = sl_source_new ();

  source->url = g_strdup (reference->url);
  g_set_str (&source->title, reference->title != NULL ? reference->title : reference->url);
  source->byline = g_strdup (reference->authors);
  source->authors = reference->authors != NULL ? g_strsplit (reference->authors, "; ", -1) : NULL;
  source->published = is_date (reference->published) ? g_strdup (reference->published) : NULL;
  source->language = g_strdup (reference->language);
  source->added_at = sl_workbench_now ();

  return source;
}

static gboolean
put_source (SlCase             *a_case,
            const SlReference  *reference,
            SlImportItem       *item,
            GError            **error)
{
  g_autoptr (SlSource) source = sl_case_find_source (a_case, reference->url);
  g_autofree char *domain = sl_arrival_dup_domain (reference->url);

  if (source == NULL)
    {
      source = make_source (reference);
      if (!sl_arrival_put_outlet (a_case, source, reference->outlet, domain, error) || !sl_case_put_source (a_case, source, error))
        return FALSE;
    }
  item->source_id = source->id;

  return TRUE;
}

static SlImportItem *
report_reference (SlImport          *self,
                  const SlReference *reference)
{
  const char *name = reference->title != NULL ? reference->title : reference->url;

  if (reference->url == NULL || !sl_arrival_is_address (reference->url))
    {
      sl_import_add (self, SL_IMPORT_SKIPPED, NULL, name, _ ("The entry has no address of the web. Add the document by hand."));
      return NULL;
    }

  return sl_import_add (self, SL_IMPORT_LISTED, reference->url, name, NULL);
}

static gboolean
put_sources (SlImport          *self,
             const SlUnpacked  *unpacked,
             GPtrArray         *urls,
             GError           **error)
{
  for (guint i = 0; i < unpacked->references->len; i++)
    {
      const SlReference *reference = g_ptr_array_index (unpacked->references, i);
      SlImportItem *item = report_reference (self, reference);

      if (item == NULL)
        continue;
      if (!put_source (sl_workbench_get_case (self->workbench), reference, item, error))
        return FALSE;
      g_ptr_array_add (urls, reference->url);
    }
  g_ptr_array_add (urls, NULL);

  return TRUE;
}

/* One act for the whole list, and the addresses of all of it in the queue. */
static gboolean
store (SlImport          *self,
       const SlUnpacked  *unpacked,
       SlQueueAdded      *added,
       GError           **error)
{
  SlCase *a_case = sl_workbench_get_case (self->workbench);
  SlTaskOrigin origin = unpacked->kind == SL_UNPACKED_FEED ? SL_TASK_FROM_FEED : SL_TASK_FROM_BIBLIOGRAPHY;
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();
  g_autofree char *label = g_strdup_printf (C_ ("act", "List the documents of “%s”"), self->file);

  if (!sl_case_begin_act (a_case, SL_ACT_DO, label, sl_workbench_get_by (self->workbench), sl_workbench_now (), error))
    return FALSE;
  if (!put_sources (self, unpacked, urls, error))
    {
      sl_case_abort_act (a_case);
      return FALSE;
    }
  if (!sl_case_commit_act (a_case, error))
    return FALSE;

  sl_workbench_notify_changed (self->workbench);

  return sl_queue_add (self->workbench, (const char *const *) urls->pdata, origin, SL_ID_NONE, added, error);
}

void
sl_import_list (SlImport         *self,
                const SlUnpacked *unpacked)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *line = NULL;
  SlQueueAdded added = { 0 };

  if (unpacked->references->len == 0)
    {
      sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, _ ("There is no entry in the list."));
      return;
    }
  if (!store (self, unpacked, &added, &problem))
    {
      sl_import_add (self, SL_IMPORT_BROKEN, NULL, NULL, problem->message);
      return;
    }

  line = g_strdup_printf (ngettext ("%u address waits in the queue to be captured, %u were there or captured already",
                                    "%u addresses wait in the queue to be captured, %u were there or captured already", added.added),
                          added.added, added.known);
  sl_import_add (self, SL_IMPORT_NOTED, NULL, NULL, line);
}
