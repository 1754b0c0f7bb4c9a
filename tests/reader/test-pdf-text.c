/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "helper/sl-read-request.h"
#include "reader/sl-pdf-text.h"

/* What stands on a page, from its left and lower edge. */
typedef struct
{
  int x, y, size;
  const char *text;
} Shown;

#define MAX_LINES 6
#define MAX_PAGES 2

static void
append_object (GString    *file,
               int         number,
               const char *content)
{
  g_string_append_printf (file, "%d 0 obj\n%s\nendobj\n", number, content);
}

static void
append_page (GString     *file,
             int          number,
             const Shown *lines)
{
  g_autoptr (GString) shown = g_string_new ("BT ");
  g_autofree char *page = g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", number + 1);
  g_autofree char *content = NULL;

  for (int i = 0; i < MAX_LINES && lines[i].text != NULL; i++)
    g_string_append_printf (shown, "/F %d Tf 1 0 0 1 %d %d Tm (%s) Tj ", lines[i].size, lines[i].x, lines[i].y, lines[i].text);
  g_string_append (shown, "ET");
  content = g_strdup_printf ("<</Length %zu>>stream\n%s\nendstream", shown->len, shown->str);
  append_object (file, number, page);
  append_object (file, number + 1, content);
}

/* A file without a table of its objects: Poppler finds them, as it does in damaged ones. */
static GBytes *
make_pdf (const Shown  pages[MAX_PAGES][MAX_LINES],
          int          n_pages,
          const char  *info)
{
  GString *file = g_string_new ("%PDF-1.4\n");
  g_autofree char *facts = g_strdup_printf ("<<%s>>", info);

  append_object (file, 1, "<</Type/Catalog/Pages 2 0 R>>");
  append_object (file, 2, n_pages == 1 ? "<</Type/Pages/Kids[5 0 R]/Count 1>>" : "<</Type/Pages/Kids[5 0 R 7 0 R]/Count 2>>");
  append_object (file, 3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  append_object (file, 4, facts);
  for (int i = 0; i < n_pages; i++)
    append_page (file, 5 + 2 * i, pages[i]);
  g_string_append (file, "trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n");
  return g_string_free_to_bytes (file);
}

typedef struct
{
  const char *name;
  Shown       pages[MAX_PAGES][MAX_LINES];
  int         n_pages;
  const char *text;
} Laid;

static const Laid laid[] = {
  { "one-line", { { { 72, 700, 11, "The bridge is closed." } } }, 1, "The bridge is closed." },
  { "joined", { { { 72, 700, 11, "The bridge" }, { 72, 686, 11, "is closed." } } }, 1, "The bridge is closed." },
  { "paragraphs", { { { 72, 700, 11, "The bridge." }, { 72, 660, 11, "The ferry." } } }, 1, "The bridge.\n\nThe ferry." },
  { "heading", { { { 72, 740, 20, "Bridge" }, { 72, 722, 11, "It is closed." } } }, 1, "Bridge\n\nIt is closed." },
  { "parted-word", { { { 72, 700, 11, "It will re-" }, { 72, 686, 11, "main closed." } } }, 1, "It will remain closed." },
  { "hyphen-stays", { { { 72, 700, 11, "South-" }, { 72, 686, 11, "East wind." } } }, 1, "South- East wind." },
  { "over-the-page", { { { 72, 100, 11, "It stays" }, { 290, 30, 11, "12" } }, { { 72, 700, 11, "closed." } } }, 2, "It stays closed." },
  { "new-page", { { { 72, 100, 11, "It is closed." } }, { { 72, 700, 11, "The ferry." } } }, 2, "It is closed.\n\nThe ferry." },
};

static void
test_layout (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (laid); i++)
    {
      g_autoptr (GBytes) bytes = make_pdf (laid[i].pages, laid[i].n_pages, "");
      g_autoptr (SlReading) reading = sl_reading_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", laid[i].name);
      g_assert_true (sl_pdf_text_read (reading, bytes, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (reading->text, ==, laid[i].text);
    }
}

/* The place of each line: its page, and a box from the upper edge in hundredths of a point. */
static void
test_places (void)
{
  const Shown pages[MAX_PAGES][MAX_LINES] = { { { 72, 742, 10, "First." } }, { { 100, 642, 10, "Second." } } };
  g_autoptr (GBytes) bytes = make_pdf (pages, 2, "");
  g_autoptr (SlReading) reading = sl_reading_new ();
  const SlReadingPlace *first;
  const SlReadingPlace *second;

  g_assert_true (sl_pdf_text_read (reading, bytes, NULL));
  g_assert_cmpuint (reading->places->len, ==, 2);
  first = &g_array_index (reading->places, SlReadingPlace, 0);
  second = &g_array_index (reading->places, SlReadingPlace, 1);
  g_assert_cmpuint (first->page, ==, 1);
  g_assert_cmpuint (second->page, ==, 2);
  g_assert_cmpuint (first->text_length, ==, 6);
  g_assert_cmpuint (second->text_start, ==, 8);
  g_assert_cmpint (first->x, ==, 7200);
  g_assert_cmpint (second->x, ==, 10000);
  /* The base line stands 100 points below the upper edge; the box reaches above it. */
  g_assert_cmpint (first->y, >, 8500);
  g_assert_cmpint (first->y, <, 10000);
  g_assert_cmpint (second->y - first->y, ==, 10000);
}

typedef struct
{
  const char *info;
  const char *title;
  const char *byline;
  const char *published;
} Facts;

static const Facts facts[] = {
  { "/Title(Harbour report)/Author(Ada Holm; Bo Reed)/CreationDate(D:20251104091500+01'00')", "Harbour report", "Ada Holm; Bo Reed", "2025-11-04T09:15:00+01:00" },
  { "/Title(Microsoft Word - report.doc)", "Bridge", NULL, NULL },
  { "/Title(untitled)", "Bridge", NULL, NULL },
  { "", "Bridge", NULL, NULL },
};

static void
test_facts (void)
{
  const Shown pages[MAX_PAGES][MAX_LINES] = { { { 72, 740, 20, "Bridge" }, { 72, 700, 11, "It is closed." } } };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GBytes) bytes = make_pdf (pages, 1, facts[i].info);
      g_autoptr (SlReading) reading = sl_reading_new ();

      g_test_message ("%s", facts[i].info);
      g_assert_true (sl_pdf_text_read (reading, bytes, NULL));
      g_assert_cmpstr (reading->title, ==, facts[i].title);
      g_assert_cmpstr (reading->byline, ==, facts[i].byline);
      g_assert_cmpstr (reading->published, ==, facts[i].published);
    }
}

static void
test_refused (void)
{
  const Shown pages[MAX_PAGES][MAX_LINES] = { { { 0 } } };
  g_autoptr (GBytes) empty = make_pdf (pages, 1, "");
  g_autoptr (GBytes) damaged = g_bytes_new_static ("%PDF-1.4\nrubbish", 16);
  g_autoptr (SlReading) reading = sl_reading_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_pdf_text_read (reading, empty, &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_NO_ARTICLE);
  g_clear_error (&error);
  g_assert_false (sl_pdf_text_read (reading, damaged, &error));
  g_assert_error (error, SL_READ_ERROR, SL_READ_ERROR_UNSUPPORTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-text/layout", test_layout);
  g_test_add_func ("/pdf-text/places", test_places);
  g_test_add_func ("/pdf-text/facts", test_facts);
  g_test_add_func ("/pdf-text/refused", test_refused);
  return g_test_run ();
}
