/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reader-fixture.h"

#include "reader/sl-article.h"
#include "reader/sl-fallback.h"
#include "reader/sl-page.h"

#include <string.h>

static char *
find_text (const char *markup,
           const char *records,
           gsize       records_size)
{
  g_autoptr (SlDecoded) decoded = sl_decoded_new ((const guint8 *) markup, strlen (markup), "UTF-8", NULL);
  g_autoptr (SlPage) page = sl_page_new (decoded, NULL);
  g_autoptr (GBytes) given = g_bytes_new (records, records_size);
  const char *method = NULL;
  g_autoptr (GBytes) found = sl_fallback_find_article (page, given, &method);
  g_autoptr (SlArticle) article = sl_article_new (page, found);

  g_assert_cmpuint (sl_text_map_get_byte_end (article->map), <=, strlen (markup));
  return g_strdup (article->text);
}

/* Enough words to be a text where nothing says so. */
#define LONG "The ferry talks went on in the harbour office until late and the delegations tired but polite left by the side door without a word to the " \
             "press while the port authority confirmed the next round and added that the pilots and the crews and the islands would be heard in it. "

static void
test_find (void)
{
  static const struct
  {
    const char *markup;
    const char *text;
  } cases[] = {
    { "<nav>Menu</nav><article><p>First words.</p><p>Second.</p></article>", "First words.\n\nSecond." },
    { "<main><nav>Menu</nav><div hidden>Not this</div><p>Main words.<aside>Beside</aside></main>", "Main words." },
    { "<div class='x Entry-Content'>Loose words<br>and more</div><div>Else</div>", "Loose words\nand more" },
    { "<main><article><p>Inner words of the story.</p></article><p>x</p></main>", "Inner words of the story." },
    { "<main><a href=a>Only</a> <a href=b>links</a> <a href=c>here</a></main>", "" },
    { "<div><p>No container says that it is one.</p></div>", "" },
    { "<div>Menu</div><table><tr><td>" LONG "</table>", LONG },
    { "<main><noscript>" LONG LONG "</noscript></main>", LONG LONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = find_text (cases[i].markup, "", 0);
      g_autofree char *expected = g_strstrip (g_strdup (cases[i].text));

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_keeps_what_is_found (void)
{
  static const char records[] = "Ep \0TA text of its own that is long enough to stay.\0C";
  g_autofree char *text = find_text ("<article>Some other words</article>", records, sizeof records);

  g_assert_cmpstr (text, ==, "A text of its own that is long enough to stay.");
}

/* The body that names itself wins over what was found beside it, and over a piece of itself. */
static void
test_prefers_container (void)
{
  static const char beside[] = "Ediv 2\0TThe author lives by the sea and has written for years about ferries.\0C";
  static const char piece[] = "Ep 3\0TA first paragraph of some length, which is all that was found of it.\0C";
  g_autofree char *other = find_text ("<div>The author lives by the sea and has written for years about ferries.</div><article><p>" LONG "</p></article>", beside, sizeof beside);
  g_autofree char *whole = find_text ("<article><p>A first paragraph of some length, which is all that was found of it.</p><p>" LONG "</p></article>", piece, sizeof piece);

  g_assert_true (g_str_has_prefix (other, "The ferry talks"));
  g_assert_nonnull (strstr (whole, "A first paragraph"));
  g_assert_nonnull (strstr (whole, "The ferry talks"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fallback/find", test_find);
  g_test_add_func ("/fallback/keeps-what-is-found", test_keeps_what_is_found);
  g_test_add_func ("/fallback/prefers-container", test_prefers_container);
  return g_test_run ();
}
