/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "verify/sl-difference.h"
#include "workbench/sl-known-words.h"

typedef struct
{
  const char *language;
  const char *before;
  const char *after;
  const char *kinds;
} Row;

static const Row rows[] = {
  /* English */
  { "en", "The flood killed 14 people.", "The flood killed 41 people.", "number" },
  { "en", "The flood killed fourteen people.", "The flood killed 14 people.", "wording" },
  { "en", "It cost 14,500 crowns.", "It cost 14500 crowns.", "wording" },
  { "en", "The mayor did sign the paper.", "The mayor did not sign the paper.", "negation" },
  { "en", "They went home with help.", "They went home without help.", "negation" },
  { "en", "The driver fled the scene.", "The driver allegedly fled the scene.", "hedge" },
  { "en", "The bridge will close.", "The bridge might close.", "hedge" },
  { "en", "The minister said the road was safe.", "The minister claimed the road was safe.", "attribution" },
  { "en", "The minister confirmed the report.", "The minister denied the report.", "negation,attribution" },
  { "en", "Talks were held in Oslo on Monday.", "Talks were held in Bergen on Monday.", "name" },
  { "en", "He called it a crime.", "He called it \"a crime\".", "quotation" },
  { "en", "The boat was old.", "The boat was rusty.", "wording" },
  { "en", "The President left.", "The president left.", "wording" },

  /* German: all nouns have capitals */
  { "de", "Es gab 14 Tote.", "Es gab 41 Tote.", "number" },
  { "de", "Der Rat hat zugestimmt.", "Der Rat hat nicht zugestimmt.", "negation" },
  { "de", "Der Fahrer floh.", "Der Fahrer floh angeblich.", "hedge" },
  { "de", "Die Gespräche fanden in Oslo statt.", "Die Gespräche fanden in Bergen statt.", "name" },
  { "de", "Er sah das Haus.", "Er sah das Boot.", "wording" },
  { "de", "Das sagte der Wirt.", "Das behauptete der Wirt.", "attribution" },

  /* Ukrainian */
  { "uk", "Загинули 14 людей.", "Загинули 41 людина.", "number" },
  { "uk", "Рада підтримала закон.", "Рада не підтримала закон.", "negation" },
  { "uk", "Водій утік.", "Водій нібито утік.", "hedge" },
  { "uk", "Зустріч була в Осло вранці.", "Зустріч була в Бергені вранці.", "name" },
  { "uk", "Речник сказав, що міст цілий.", "Речник стверджував, що міст цілий.", "attribution" },
  { "uk", "Він назвав це злочином.", "Він назвав це «злочином».", "quotation" },

  /* Russian */
  { "ru", "Погибли 14 человек.", "Погибли 41 человек.", "number" },
  { "ru", "Совет поддержал закон.", "Совет не поддержал закон.", "negation" },
  { "ru", "Водитель скрылся.", "Водитель якобы скрылся.", "hedge" },
  { "ru", "Встреча была в Осло утром.", "Встреча была в Бергене утром.", "name" },
  { "ru", "Мэр сказал, что мост цел.", "Мэр утверждал, что мост цел.", "attribution" },
  { "ru", "Он назвал это преступлением.", "Он назвал это «преступлением».", "quotation" },

  /* French */
  { "fr", "La crue a fait 14 morts.", "La crue a fait 41 morts.", "number" },
  { "fr", "Le maire a signé.", "Le maire n'a pas signé.", "negation" },
  { "fr", "Le pont va fermer.", "Le pont va peut-être fermer.", "hedge" },
  { "fr", "La réunion a eu lieu à Oslo hier.", "La réunion a eu lieu à Bergen hier.", "name" },
  { "fr", "Le maire a dit que le pont tient.", "Le maire a affirmé que le pont tient.", "attribution" },
  { "fr", "Il parle d'un crime.", "Il parle d'un « crime ».", "quotation" },

  /* Spanish */
  { "es", "Hubo 14 muertos.", "Hubo 41 muertos.", "number" },
  { "es", "El alcalde firmó.", "El alcalde no firmó.", "negation" },
  { "es", "El conductor huyó.", "El conductor supuestamente huyó.", "hedge" },
  { "es", "La reunión fue en Oslo ayer.", "La reunión fue en Bergen ayer.", "name" },
  { "es", "El alcalde dijo que el puente resiste.", "El alcalde aseguró que el puente resiste.", "attribution" },
  { "es", "Lo llamó un crimen.", "Lo llamó «un crimen».", "quotation" },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SlDifference) difference = sl_difference_new (rows[i].before, rows[i].after, sl_known_words_get (rows[i].language));
      g_autofree char *kinds = sl_change_kinds_to_string (difference->kinds);

      if (g_strcmp0 (kinds, rows[i].kinds) == 0)
        continue;
      g_test_message ("%s: %s: %s, not %s", rows[i].language, difference->marked, kinds, rows[i].kinds);
      g_test_fail ();
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/known-words/kinds", test_kinds);
  return g_test_run ();
}
