/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "extract/sl-extraction.h"

#include <string.h>

/* What is expected of one text: "name|role|affiliation", one attribution a line, "-" for what the text does not tell. */
typedef struct
{
  const char *language;
  const char *text;
  const char *identities;
} Case;

static SlExtraction *
extract (const char *language,
         const char *text)
{
  SlExtractOptions options = { language, NULL, 1768435200, NULL, NULL };
  g_autoptr (GError) error = NULL;
  SlExtraction *found = sl_extract (text, strlen (text), &options, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const char *
or_dash (const char *string)
{
  return string != NULL ? string : "-";
}

static void
check (const Case *cases,
       gsize       count)
{
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (SlExtraction) found = extract (cases[i].language, cases[i].text);
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint k = 0; k < found->attributions->len; k++)
        {
          const SlAttribution *attribution = g_ptr_array_index (found->attributions, k);

          g_string_append_printf (list, "%s|%s|%s\n", or_dash (attribution->name), or_dash (attribution->role), or_dash (attribution->affiliation));
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (list->str, ==, cases[i].identities);
    }
}

static const Case english[] = {
  { "en", "US Secretary of State Clara Hobb said the talks would go on.",
    "Clara Hobb|Secretary of State|US\n" },
  { "en", "Vane, the Reed campaign's political director, said the rally would go on.",
    "Vane|political director|Reed campaign\n" },
  { "en", "Ana Prokop, the mayor of Lund, said the dam would hold. Later Prokop said nobody had to leave. She said the road was open.",
    "Ana Prokop|mayor|Lund\nAna Prokop|mayor|Lund\nAna Prokop|mayor|Lund\n" },
  { "en", "Ana Prokop, 63, an engineer from Lund, said the dam would hold.",
    "Ana Prokop|engineer|Lund\n" },
  { "en", "A spokesman for the harbour ministry said the quay was closed.",
    "-|spokesman|harbour ministry\n" },
  { "en", "Harbour master Ida Holm said the quay was closed.",
    "Ida Holm|Harbour master|-\n" },
  { "en", "“The quay is closed,” said Ida Holm, director of the Lund Port Authority.",
    "Ida Holm|director|Lund Port Authority\n" },
  { "en", "US Energy Secretary Tom Reed visited the plant on Monday.\nReed said it was safe.",
    "Tom Reed|Energy Secretary|US\n" },
  { "en", "Ukraine's President Petro Hrim said the bridge was open.",
    "Petro Hrim|President|Ukraine\n" },
  { "en", "The mayor of Lund, Tobin Kesk, said the bridge was open.",
    "Tobin Kesk|mayor|Lund\n" },
  { "en", "Mr Kesk said the bridge was open.",
    "Kesk|-|-\n" },
  { "en", "Former President Otto Lind said the bridge was open.",
    "Otto Lind|Former President|-\n" },
  { "en", "Two officials said the bridge was open.",
    "-|officials|-\n" },
  { "en", "A senior official at the Lund Water Board said the bridge was open.",
    "-|senior official|Lund Water Board\n" },
  { "en", "President of Ruritania Otto Lind said the bridge was open.",
    "Otto Lind|President|Ruritania\n" },
  { "en", "Mayor Ana Prokop spoke first. Judge Otto Prokop came later. Prokop said the dam would hold.",
    "Prokop|-|-\n" },
  { "en", "Stephen King said the book was done.",
    "Stephen King|-|-\n" },
  { "en", "Kremlin spokesman Oleg Dub said the bridge was open.",
    "Oleg Dub|spokesman|Kremlin\n" },
  { "en", "The dam leaks, according to Lund Mayor Ana Prokop.",
    "Ana Prokop|Mayor|Lund\n" },
  { "en", "Ida Holm, who leads the port, said the quay was closed.",
    "Ida Holm|-|-\n" },
  { "en", "Tom Reed, a professor at Lund University, said the quay was closed. “It leaks,” Reed said.",
    "Tom Reed|professor|Lund University\nTom Reed|professor|Lund University\n" },
  { "en", "The bridge was closed by Governor Otto Lind on Monday. Lind said it was unsafe.",
    "Otto Lind|Governor|-\n" },
  { "en", "Mayor Ana Prokop came to Lund. Prokop's new company said the dam would hold.",
    "-|-|-\n" },
};

static const Case german[] = {
  { "de", "Wasserminister Otto Brand sagte, der Damm halte. Brand sagte, niemand müsse gehen.",
    "Otto Brand|Wasserminister|-\nOtto Brand|Wasserminister|-\n" },
  { "de", "Regierungssprecherin Eva Holm erklärte, der Damm halte.",
    "Eva Holm|Regierungssprecherin|-\n" },
  { "de", "Der Leiter des Instituts für Wasserbau, Jens Wolf, sagte, der Damm halte.",
    "Jens Wolf|Leiter|Instituts für Wasserbau\n" },
  { "de", "Ein Polizeisprecher sagte, die Straße sei gesperrt.",
    "-|Polizeisprecher|-\n" },
  { "de", "Laut Umweltminister Otto Brand (SPD) hält der Damm.",
    "Otto Brand|Umweltminister|SPD\n" },
  { "de", "Eva Holm, Sprecherin der Behörde, sagte, der Damm halte.",
    "Eva Holm|Sprecherin|Behörde\n" },
  { "de", "Bürgermeisterin Ursula von der Aue sagte, der Damm halte.",
    "Ursula von der Aue|Bürgermeisterin|-\n" },
  { "de", "Der Minister für Umwelt, Otto Brand, sagte, der Damm halte.",
    "Otto Brand|Minister|Umwelt\n" },
  { "de", "Bayerns Ministerpräsident Otto Brand sagte, der Damm halte.",
    "Otto Brand|Ministerpräsident|Bayerns\n" },
  { "de", "„Der Damm hält“, sagte die Polizeisprecherin Eva Holm.",
    "Eva Holm|Polizeisprecherin|-\n" },
};

static const Case slavic[] = {
  { "uk", "Міністр закордонних справ України Андрій Гай заявив, що міст відкрито. Гай додав, що порт працює.",
    "Андрій Гай|Міністр закордонних справ|України\nАндрій Гай|Міністр закордонних справ|України\n" },
  { "uk", "Голова Лісківської обласної ради Олена Мороз повідомила, що міст відкрито.",
    "Олена Мороз|Голова|Лісківської обласної ради\n" },
  { "uk", "Прессекретар міністерства оборони Іван Гай сказав, що міст відкрито.",
    "Іван Гай|Прессекретар|міністерства оборони\n" },
  { "uk", "Олег Гай, речник міністерства, повідомив, що дамба встоїть.",
    "Олег Гай|речник|міністерства\n" },
  { "uk", "Президент України Петро Грим заявив, що міст відкрито.",
    "Петро Грим|Президент|України\n" },
  { "uk", "Голова ради повідомила, що міст відкрито.",
    "-|Голова|ради\n" },
  { "uk", "Мер Ліскова Тарас Дуб сказав, що порт працює.",
    "Тарас Дуб|Мер|Ліскова\n" },
  { "ru", "Министр обороны Руритании Иван Дубов заявил, что мост открыт. Дубов добавил, что порт работает.",
    "Иван Дубов|Министр обороны|Руритании\nИван Дубов|Министр обороны|Руритании\n" },
  { "ru", "Представитель министерства Олег Лисин сообщил, что мост открыт.",
    "Олег Лисин|Представитель|министерства\n" },
  { "ru", "Глава города Анна Мороз сообщила, что мост открыт.",
    "Анна Мороз|Глава города|-\n" },
  { "ru", "Директор института Павел Седов заявил, что плотина выдержит.",
    "Павел Седов|Директор|института\n" },
  { "uk", "Колишній президент Петро Грим заявив, що міст відкрито.",
    "Петро Грим|Колишній президент|-\n" },
  { "uk", "«Міст відкрито», — сказала речниця мерії Олена Мороз.",
    "Олена Мороз|речниця|мерії\n" },
  { "ru", "Павел Седов, директор института, заявил, что плотина выдержит. Он добавил, что порт работает.",
    "Павел Седов|директор|института\nПавел Седов|директор|института\n" },
};

static const Case romance[] = {
  { "fr", "Le ministre de la Défense, Paul Morel, a déclaré que le pont était ouvert. M. Morel a affirmé que le port était fermé.",
    "Paul Morel|ministre|Défense\nPaul Morel|ministre|Défense\n" },
  { "fr", "Anne Morel, porte-parole du ministère de l'Intérieur, a déclaré que le pont était ouvert.",
    "Anne Morel|porte-parole|ministère de l'Intérieur\n" },
  { "fr", "Selon le maire de Brive, Luc Tessier, le pont est ouvert.",
    "Luc Tessier|maire|Brive\n" },
  { "fr", "Le directeur général de l'usine, Jean-Luc Morel, a déclaré que le pont était ouvert.",
    "Jean-Luc Morel|directeur général|usine\n" },
  { "es", "El ministro de Defensa, Pablo Ríos, dijo que el puente estaba abierto. Ríos afirmó que el puerto estaba cerrado.",
    "Pablo Ríos|ministro|Defensa\nPablo Ríos|ministro|Defensa\n" },
  { "es", "La alcaldesa de Lugo, Ana Prado, dijo que el puente estaba abierto.",
    "Ana Prado|alcaldesa|Lugo\n" },
  { "es", "Ana Prado, portavoz del Gobierno, dijo que el puente estaba abierto.",
    "Ana Prado|portavoz|Gobierno\n" },
  { "es", "El presidente Pablo Ríos dijo que el puente estaba abierto.",
    "Pablo Ríos|presidente|-\n" },
  { "fr", "La sénatrice Anne Morel a déclaré que le pont était ouvert.",
    "Anne Morel|sénatrice|-\n" },
  { "es", "Según la directora del hospital, Ana Prado, el puente está abierto.",
    "Ana Prado|directora|hospital\n" },
};

static void
test_cases (gconstpointer data)
{
  const struct
  {
    const char *name;
    const Case *cases;
    gsize count;
  } tables[] = {
    { "english", english, G_N_ELEMENTS (english) },
    { "german", german, G_N_ELEMENTS (german) },
    { "slavic", slavic, G_N_ELEMENTS (slavic) },
    { "romance", romance, G_N_ELEMENTS (romance) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, data) == 0)
      check (tables[i].cases, tables[i].count);
}

/* What is said tells how sure it is of itself; what only passes it on is a relay. */
static void
test_modality (void)
{
  static const struct
  {
    const char *text;
    SlModality modality;
    const char *hedges;
    gboolean relays;
  } cases[] = {
    { "Ana Prokop said the dam leaks.", SL_MODALITY_ASSERTED, "", FALSE },
    { "Ana Prokop said the dam is allegedly leaking and reportedly old.", SL_MODALITY_ALLEGED, "allegedly reportedly ", FALSE },
    { "Ana Prokop denied that the dam leaks.", SL_MODALITY_DENIED, "", FALSE },
    { "It was reported that the dam leaks.", SL_MODALITY_ASSERTED, "", TRUE },
    { "The Lund Herald reported, citing two officials, that the dam leaks.", SL_MODALITY_ASSERTED, "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlExtraction) found = extract ("en", cases[i].text);
      const SlAttribution *attribution = g_ptr_array_index (found->attributions, 0);
      g_autoptr (GString) hedges = g_string_new (NULL);

      for (guint k = 0; k < attribution->hedges->len; k++)
        {
          SlSpan span = g_array_index (attribution->hedges, SlSpan, k);

          g_string_append_printf (hedges, "%.*s ", (int) sl_span_length (span), cases[i].text + span.start);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (attribution->modality, ==, cases[i].modality);
      g_assert_cmpstr (hedges->str, ==, cases[i].hedges);
      g_assert_cmpint (sl_attribution_only_relays (attribution), ==, cases[i].relays);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/identity/english", "english", test_cases);
  g_test_add_data_func ("/identity/german", "german", test_cases);
  g_test_add_data_func ("/identity/slavic", "slavic", test_cases);
  g_test_add_data_func ("/identity/romance", "romance", test_cases);
  g_test_add_func ("/identity/modality", test_modality);

  return g_test_run ();
}
