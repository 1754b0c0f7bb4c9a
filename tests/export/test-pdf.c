/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-normal.h"
#include "export/sl-export.h"
#include "sample-report.h"

#include <poppler.h>
#include <stdio.h>

/* Poppler declares these for some of its types only. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static GBytes *
write_pdf (const SlReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_export_to_bytes (report, "pdf", NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static PopplerDocument *
open_pdf (const SlReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_pdf (report);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
read_all_text (PopplerDocument *document)
{
  GString *all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }

  g_autofree char *raw = g_string_free (all, FALSE);
  return sl_normal_dup (raw, -1);
}

static void
assert_contains (const char *text,
                 const char *words)
{
  g_autofree char *normal = sl_normal_dup (words, -1);

  if (strstr (text, normal) == NULL)
    g_error ("“%s” is not in the report", words);
}

/* The words under the rectangles of a highlight, read from the page. */
static char *
read_marked_words (PopplerPage  *page,
                   PopplerAnnot *annot)
{
  GArray *quads = poppler_annot_text_markup_get_quadrilaterals (POPPLER_ANNOT_TEXT_MARKUP (annot));
  GString *words = g_string_new (NULL);
  double height;

  poppler_page_get_size (page, NULL, &height);
  for (guint i = 0; i < quads->len; i++)
    {
      PopplerQuadrilateral quad = g_array_index (quads, PopplerQuadrilateral, i);
      PopplerRectangle area = { quad.p1.x, height - quad.p1.y, quad.p4.x, height - quad.p4.y };
      g_autofree char *text = poppler_page_get_text_for_area (page, &area);

      g_string_append_printf (words, "%s ", text);
    }
  g_array_unref (quads);

  g_autofree char *raw = g_string_free (words, FALSE);
  return sl_normal_dup (raw, -1);
}

static void
check_note (const SlReport      *report,
            const SlReportClaim *claim,
            const SlReportQuote *quote,
            const char          *note)
{
  const SlReportDocument *document = g_ptr_array_index (report->documents, quote->document);

  g_assert_nonnull (strstr (note, claim->text));
  g_assert_nonnull (strstr (note, document->payload_digest));
  g_assert_nonnull (strstr (note, "2025-11-26T12:00:00Z"));
  g_assert_nonnull (strstr (note, sl_verdict_describe (quote->check->verdict)));
  if (claim->assessment != NULL)
    {
      g_autofree char *grade = sl_grade_format (claim->assessment->grade);

      g_assert_nonnull (strstr (note, grade));
      g_assert_nonnull (strstr (note, claim->assessment->reason));
    }
}

/* Names of annotations are "passage-EVENT-CLAIM-QUOTE"; the label in the subject tells the same to people. */
static const SlReportQuote *
find_quote (const SlReport       *report,
            const char           *name,
            const SlReportClaim **claim)
{
  guint event, index, quote;

  g_assert_cmpint (sscanf (name, "passage-%u-%u-%u", &event, &index, &quote), ==, 3);
  const SlReportEvent *found = g_ptr_array_index (report->events, event - 1);
  *claim = g_ptr_array_index (found->claims, index - 1);
  return g_ptr_array_index ((*claim)->quotes, quote - 1);
}

static guint
check_highlights_of (const SlReport  *report,
                     PopplerDocument *document,
                     int              number,
                     GHashTable      *words_by_name)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, number);
  GList *annots = poppler_page_get_annot_mapping (page);
  guint n = 0;

  for (GList *l = annots; l != NULL; l = l->next)
    {
      PopplerAnnot *annot = ((PopplerAnnotMapping *) l->data)->annot;
      const SlReportClaim *claim;

      if (poppler_annot_get_annot_type (annot) != POPPLER_ANNOT_HIGHLIGHT)
        continue;
      g_autofree char *name = poppler_annot_get_name (annot);
      g_autofree char *note = poppler_annot_get_contents (annot);
      g_autofree char *words = read_marked_words (page, annot);
      const SlReportQuote *quote = find_quote (report, name, &claim);
      const char *before = g_hash_table_lookup (words_by_name, name);

      check_note (report, claim, quote, note);
      g_hash_table_insert (words_by_name, g_strdup (name), before != NULL ? g_strjoin (" ", before, words, NULL) : g_strdup (words));
      n++;
    }
  poppler_page_free_annot_mapping (annots);
  return n;
}

/* Each quotation is marked, and the words under the marks are its own. */
static void
check_highlights (const SlReport *report)
{
  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autoptr (GHashTable) words_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, words;
  guint quotes = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    check_highlights_of (report, document, i, words_by_name);

  g_hash_table_iter_init (&iter, words_by_name);
  while (g_hash_table_iter_next (&iter, &name, &words))
    {
      const SlReportClaim *claim;
      const SlReportQuote *quote = find_quote (report, name, &claim);
      g_autofree char *exact = sl_normal_dup (quote->exact, -1);

      g_assert_nonnull (strstr (words, exact));
      g_assert_cmpuint (strlen (words), <=, strlen (exact) + 12);
    }

  for (guint e = 0; e < report->events->len; e++)
    {
      const SlReportEvent *event = g_ptr_array_index (report->events, e);

      for (guint c = 0; c < event->claims->len; c++)
        quotes += ((SlReportClaim *) g_ptr_array_index (event->claims, c))->quotes->len;
    }
  g_assert_cmpuint (g_hash_table_size (words_by_name), ==, quotes);
}

static void
test_highlights (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();

  check_highlights (report);
}

static void
test_highlights_over_many_pages (void)
{
  g_autoptr (SlReport) report = sample_report_large (60);

  check_highlights (report);
}

typedef struct
{
  int from;
  int to;
} Jump;

static GArray *
collect_jumps (PopplerDocument *document)
{
  GArray *jumps = g_array_new (FALSE, FALSE, sizeof (Jump));

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      GList *links = poppler_page_get_link_mapping (page);

      for (GList *l = links; l != NULL; l = l->next)
        {
          PopplerAction *action = ((PopplerLinkMapping *) l->data)->action;
          Jump jump = { i, -1 };

          /* Nothing leads out of the file. */
          g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
          jump.to = action->goto_dest.dest->page_num - 1;
          g_assert_cmpint (jump.to, >=, 0);
          g_assert_cmpint (jump.to, <, poppler_document_get_n_pages (document));
          g_array_append_val (jumps, jump);
        }
      poppler_page_free_link_mapping (links);
    }
  return jumps;
}

static int
find_page (PopplerDocument *document,
           const char      *words,
           int              from)
{
  for (int i = from; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      if (strstr (text, words) != NULL)
        return i;
    }
  return -1;
}

static guint
count_jumps (GArray *jumps,
             int     from,
             int     to)
{
  guint n = 0;

  for (guint i = 0; i < jumps->len; i++)
    {
      Jump jump = g_array_index (jumps, Jump, i);

      n += jump.from == from && jump.to == to;
    }
  return n;
}

/* From the event to the words in the document, and from there back. */
static void
test_links_both_ways (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autoptr (GArray) jumps = collect_jumps (document);
  int timeline = find_page (document, "A mark stands at", 0);
  int event = find_page (document, "The operator offered 19 crossings a week", timeline + 1);
  int source = find_page (document, "The island council and the operator", event + 1);

  g_assert_cmpint (timeline, >, 0);
  g_assert_cmpint (event, >, timeline);
  g_assert_cmpint (source, >, event);
  g_assert_cmpuint (count_jumps (jumps, event, source), >=, 4);
  g_assert_cmpuint (count_jumps (jumps, source, event), >=, 4);
  g_assert_cmpuint (count_jumps (jumps, timeline, event), >=, 3);
}

static guint
count_outline (PopplerIndexIter *iter,
               GString          *titles)
{
  guint n = 0;

  if (iter == NULL)
    return 0;
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      g_autoptr (PopplerIndexIter) child = poppler_index_iter_get_child (iter);

      g_string_append_printf (titles, "%s\n", action->any.title);
      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      g_assert_cmpint (action->goto_dest.dest->page_num, >, 0);
      poppler_action_free (action);
      n += 1 + count_outline (child, titles);
    }
  while (poppler_index_iter_next (iter));
  return n;
}

static void
test_outline_and_metadata (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autoptr (PopplerIndexIter) iter = poppler_index_iter_new (document);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *metadata = poppler_document_get_metadata (document);

  g_assert_cmpuint (count_outline (iter, titles), ==, 8 + report->events->len + report->documents->len);
  g_assert_nonnull (strstr (titles->str, "Council and operator break off their talks"));
  g_assert_nonnull (strstr (titles->str, "Острів лишився без порома"));
  g_assert_cmpstr (title, ==, report->title);
  g_assert_nonnull (strstr (metadata, report->title));
  g_assert_nonnull (strstr (metadata, "2025-11-29T12:00:00Z"));
  g_assert_cmpint (poppler_document_get_creation_date (document), ==, report->generated_at);
  g_assert_true (poppler_document_has_attachments (document));
  g_assert_false (poppler_document_has_javascript (document));
}

/* All that the report has to say can be read as text. */
static void
test_text (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autofree char *text = read_all_text (document);
  const char *const words[] = {
    "Ferry talks on the northern islands",
    "Who offered how many crossings",
    "Council and operator break off their talks",
    "2025-11-20/2025-11-27",
    "Doubtful, contested",
    "Grade B4 (Usually reliable; Doubtful)",
    "Said on the record by somebody who took part",
    "Maren Holt ← Fjordposten",
    "Given although fewer than two independent origins confirm it",
    "тривали дев’ять годин і завершилися нічим",
    "Disputes it",
    "≠ 2a ←",
    "Storøy",
    "0000000000000000000000000000000000000000000000000000000000000002",
    "Suggestions nobody has judged: 7",
    "consent page",
    "Undated events: 1",
    "6 Spokeswoman calls the offer an insult",
    "1 event has no date and stands below",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_contains (text, words[i]);
}

static void
test_empty (void)
{
  g_autoptr (SlReport) report = sample_report_empty ();
  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autofree char *text = read_all_text (document);

  assert_contains (text, "The case holds no events yet.");
  assert_contains (text, "Nothing: all events, claims and sources of the case are in this report.");
}

/* Text from outside is text: neither markup nor control characters nor a missing title can do anything. */
static void
test_hostile (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  SlReportEvent *event = g_ptr_array_index (report->events, 0);
  SlReportSource *source = g_ptr_array_index (report->sources, 0);
  SlReportClaim *claim = g_ptr_array_index (event->claims, 0);
  SlReportQuote *quote = g_ptr_array_index (claim->quotes, 0);

  g_free (event->title);
  event->title = g_strdup ("<b>bold</b> & \"quotes\" (parentheses) \\ \x01\x1b[31m\n\nnew line \xe2\x80\xae turned");
  g_free (source->title);
  source->title = g_strnfill (5000, 'x');
  g_free (source->url);
  source->url = g_strdup ("javascript:alert(1)");
  g_free (report->title);
  report->title = g_strdup ("");
  quote->start_cp = 100000;
  quote->end_cp = 5;

  g_autoptr (PopplerDocument) document = open_pdf (report);
  g_autofree char *text = read_all_text (document);
  g_autoptr (GArray) jumps = collect_jumps (document);

  assert_contains (text, "<b>bold</b>");
  assert_contains (text, "new line turned");
  assert_contains (text, "Untitled case");
  g_assert_cmpuint (jumps->len, >, 0);
}

static void
test_repeatable (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (GBytes) first = write_pdf (report);
  g_autoptr (GBytes) second = write_pdf (report);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_cancel (void)
{
  g_autoptr (SlReport) report = sample_report_typical ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sl_export_to_bytes (report, "pdf", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pdf/highlights", test_highlights);
  g_test_add_func ("/pdf/highlights-over-many-pages", test_highlights_over_many_pages);
  g_test_add_func ("/pdf/links-both-ways", test_links_both_ways);
  g_test_add_func ("/pdf/outline-and-metadata", test_outline_and_metadata);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/empty", test_empty);
  g_test_add_func ("/pdf/hostile", test_hostile);
  g_test_add_func ("/pdf/repeatable", test_repeatable);
  g_test_add_func ("/pdf/cancel", test_cancel);
  return g_test_run ();
}
