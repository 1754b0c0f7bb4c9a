/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include <glib/gstdio.h>

#include "store/sl-case.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

typedef GPtrArray *(*ListFunc) (SlCase *, const SlQuery *, GError **);

static const ListFunc lists[] = {
  sl_case_list_outlets,
  sl_case_list_sources,
  sl_case_list_captures,
  sl_case_list_documents,
  sl_case_list_passages,
  sl_case_list_pins,
  sl_case_list_claims,
  sl_case_list_events,
  sl_case_list_suggestions,
  sl_case_list_assessments,
  sl_case_list_checks,
  sl_case_list_acts,
};

/* Every list is read, or says why not. */
static void
read_lists (SlCase        *a_case,
            const SlQuery *query)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = lists[i](a_case, query, &error);

      g_assert_true ((rows == NULL) == (error != NULL));
    }
}

static void
read_texts (SlCase *a_case)
{
  g_autoptr (GPtrArray) documents = sl_case_list_documents (a_case, NULL, NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const SlDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = sl_case_load_text (a_case, document->id, &error);
      g_autoptr (GBytes) payload = NULL;

      g_assert_true ((text == NULL) == (error != NULL));
      g_clear_error (&error);
      payload = sl_case_load_payload (a_case, document->capture_id, &error);
      g_assert_true ((payload == NULL) == (error != NULL));
    }
}

static void
read_case (const char *path)
{
  const SlQuery words = { "the of", SL_ID_NONE, 0, 0, 1, 0, 3 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true ((a_case == NULL) == (error != NULL));
  if (a_case == NULL)
    return;

  read_lists (a_case, NULL);
  read_lists (a_case, &words);
  read_texts (a_case);
  findings = sl_case_verify (a_case, NULL, &error);
  g_assert_true ((findings == NULL) == (error != NULL));
}

/* Undo runs a changeset out of the file. */
static void
change_case (const char *path)
{
  g_autoptr (SlCase) a_case = sl_case_open (path, SL_CASE_OPEN_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlAct) act = NULL;

  if (a_case == NULL)
    return;

  act = sl_case_undo (a_case, "fuzz", 0, &error);
  g_assert_true ((act == NULL) == (error != NULL));
  sl_case_close (a_case, NULL);
}

/* Whatever a file holds: an error, or a case that can be read, verified and changed without harm. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *folder = g_dir_make_tmp ("fuzz-case-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    {
      read_case (path);
      change_case (path);
    }

  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
  g_unlink (journal);
  g_rmdir (folder);
  return 0;
}
