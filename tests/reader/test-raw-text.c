/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader/sl-raw-text.h"

#include <string.h>

/* Long enough to be cut, and full of what must not mislead. */
#define PROGRAM "if (a < b && c > d) { document.write ('<p class=\"x\">no text</p>'); } /* more of it */"

static void
test_cuts (void)
{
  static const struct
  {
    const char *page;
    const char *left;
  } cases[] = {
    { "<p>Gull</p><script>" PROGRAM "</script><p>Lamp</p>", "<p>Gull</p><script></script><p>Lamp</p>" },
    { "<STYLE media='a>b'>" PROGRAM "</Style >x", "<STYLE media='a>b'></Style >x" },
    { "<a title='<script>'>x</a><script src=a>" PROGRAM "</script>", "<a title='<script>'>x</a><script src=a></script>" },
    { "<a title=it's>x</a><script>" PROGRAM "</script>", "<a title=it's>x</a><script></script>" },
    /* Values that are for programs only, and the lines of drawings. */
    { "<p data-state=\"{'gulls': [1, 2, 3], 'lamps': 4}\" class=a>x", "<p data-state=\"\" class=a>x" },
    { "<p ONCLICK = 'count (gulls, lamps)'id=a>x", "<p ONCLICK = ''id=a>x" },
    { "<svg><title>Gull</title><path fill=a d=\"M0 0L24 24L0 24Z M1 1\"/></svg>x", "<svg><title>Gull</title><path fill=a d=\"\"/></svg>x" },
    { "<p data-state=short data-testid='long enough to be cut' class='long enough to be cut'>x", NULL },
    { "<img data-src='/long/enough/to/be/cut.jpg'>", NULL },
    { "<!-- <p data-state='long enough to be cut'> -->", NULL },
    { "<textarea><p data-state='long enough to be cut'></textarea>", NULL },
    { "<svg><!-- <path d='M0 0L24 24L0 24Z M1 1'> --></svg>", NULL },
    { "<svg><title><path d='M0 0L24 24L0 24Z M1 1'></title></svg>", NULL },
    { "<p data-state='long enough to be cut", NULL },
    { "<p data-state=long-enough-to-be-cut data-a=b>x", NULL },
    /* What is short, linked data, or not certain stays. */
    { "<script>a</script>", NULL },
    { "<script type=\"application/LD+json\">" PROGRAM "</script>", NULL },
    { "<!-- <script>" PROGRAM "</script> -->", NULL },
    { "<textarea><script>" PROGRAM "</script></textarea>", NULL },
    { "<svg><script>" PROGRAM "</script></svg><script>" PROGRAM "</script>", NULL },
    { "<script>" PROGRAM "<!-- <script>" PROGRAM "</script>" PROGRAM "</script>", NULL },
    { "<script>" PROGRAM, NULL },
    { "<script " PROGRAM "", NULL },
    { "<plaintext><script>" PROGRAM "</script>", NULL },
    { "a<", NULL },
    { "<!", NULL },
    { "</", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlDecoded) decoded = sl_decoded_new ((const guint8 *) cases[i].page, strlen (cases[i].page), "UTF-8", NULL);

      sl_raw_text_cut (decoded);
      g_assert_cmpstr (decoded->text, ==, cases[i].left != NULL ? cases[i].left : cases[i].page);
      g_assert_cmpuint (decoded->length, ==, strlen (decoded->text));
    }
}

/* Each character that is left knows where it stood, in charsets with wide characters, too. */
static void
test_places (void)
{
  static const char page[] = "<p>M\xf6we</p><script>\xe4 " PROGRAM "</script><p>L\xe4mpe</p><style>" PROGRAM "</style>Ende";
  g_autoptr (SlDecoded) decoded = sl_decoded_new ((const guint8 *) page, strlen (page), "windows-1252", NULL);
  static const char *const words[] = { "we</p>", "<script", "</script", "mpe</p>", "</style>", "Ende" };

  sl_raw_text_cut (decoded);
  g_assert_cmpstr (decoded->text, ==, "<p>Möwe</p><script></script><p>Lämpe</p><style></style>Ende");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize offset = (gsize) (strstr (decoded->text, words[i]) - decoded->text);

      g_assert_cmpuint (sl_decoded_to_capture (decoded, offset), ==, strstr (page, words[i]) - page);
    }
  g_assert_cmpuint (sl_decoded_to_capture (decoded, decoded->length), ==, strlen (page));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/raw-text/cuts", test_cuts);
  g_test_add_func ("/reader/raw-text/places", test_places);
  return g_test_run ();
}
