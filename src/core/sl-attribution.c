/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-attribution.h"

#include <string.h>

#include "core/sl-word.h"

static const char *const kind_words[] = {
  "named",
  "unnamed",
  "outlet",
  "document",
  "author",
};

/**
 * sl_attribution_link_new:
 * @words: (nullable): the words that establish the link; %NULL is the same as none
 *
 * Makes a link; the strings are copied.
 *
 * Returns: (transfer full): the link
 */
SlAttributionLink *
sl_attribution_link_new (const char    *speaker,
                         SlSpeakerKind  kind,
                         const char    *words,
                         gsize          start_cp,
                         gsize          end_cp)
{
  SlAttributionLink *self = g_new0 (SlAttributionLink, 1);

  self->speaker = g_strdup (speaker == NULL ? "" : speaker);
  self->kind = kind;
  self->words = g_strdup (words == NULL ? "" : words);
  self->start_cp = start_cp;
  self->end_cp = end_cp;
  return self;
}

/**
 * sl_attribution_link_copy:
 *
 * Returns: (transfer full): a copy
 */
SlAttributionLink *
sl_attribution_link_copy (const SlAttributionLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sl_attribution_link_new (self->speaker, self->kind, self->words, self->start_cp, self->end_cp);
}

/**
 * sl_attribution_link_free:
 * @self: (nullable) (transfer full): a link
 *
 * Frees a link.
 */
void
sl_attribution_link_free (SlAttributionLink *self)
{
  if (self == NULL)
    return;

  g_free (self->speaker);
  g_free (self->words);
  g_free (self);
}

/**
 * sl_speaker_kind_to_string:
 *
 * Returns: (transfer none): the machine word for a kind of speaker
 */
const char *
sl_speaker_kind_to_string (SlSpeakerKind kind)
{
  return sl_word_get (kind_words, G_N_ELEMENTS (kind_words), (int) kind);
}

/**
 * sl_speaker_kind_parse:
 * @string: (nullable): a word of sl_speaker_kind_to_string()
 * @kind: (out): the value; untouched on failure
 *
 * Returns: whether @string is such a word
 */
gboolean
sl_speaker_kind_parse (const char    *string,
                       SlSpeakerKind *kind)
{
  int value;

  if (!sl_word_find (kind_words, G_N_ELEMENTS (kind_words), string, &value))
    return FALSE;

  *kind = (SlSpeakerKind) value;
  return TRUE;
}

static void
free_link (gpointer link)
{
  sl_attribution_link_free (link);
}

static gpointer
copy_link (gconstpointer link,
           gpointer      data)
{
  (void) data;
  return sl_attribution_link_copy (link);
}

/**
 * sl_attribution_chain_new:
 *
 * Returns: (transfer full) (element-type SlAttributionLink): an empty chain that owns its links
 */
GPtrArray *
sl_attribution_chain_new (void)
{
  return g_ptr_array_new_with_free_func (free_link);
}

/**
 * sl_attribution_chain_copy:
 *
 * Returns: (transfer full) (element-type SlAttributionLink): a deep copy
 */
GPtrArray *
sl_attribution_chain_copy (GPtrArray *chain)
{
  g_return_val_if_fail (chain != NULL, NULL);

  return g_ptr_array_copy (chain, copy_link, NULL);
}

/**
 * sl_attribution_chain_format:
 *
 * Returns: (transfer full): the speakers, origin first: "sources ← The Example Times ← Relay.EX";
 *   "" for an empty chain
 */
char *
sl_attribution_chain_format (GPtrArray *chain)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);

      if (i > 0)
        g_string_append (text, " ← ");
      g_string_append (text, link->speaker);
    }

  return g_string_free_and_steal (text);
}

/* The first link from @from on which is somebody that can be told apart from others. */
static const SlAttributionLink *
find_identified (GPtrArray *chain,
                 guint      from)
{
  for (guint i = from; i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);

      if (link->kind != SL_SPEAKER_UNNAMED && link->kind != SL_SPEAKER_AUTHOR)
        return link;
    }

  return NULL;
}

/* The origin link: the first, but not a text's own voice, which is its outlet's. */
static const SlAttributionLink *
find_origin (GPtrArray *chain,
             guint     *index)
{
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      const SlAttributionLink *link = g_ptr_array_index (chain, i);

      if (link->kind != SL_SPEAKER_AUTHOR)
        {
          *index = i;
          return link;
        }
    }

  return NULL;
}

/**
 * sl_attribution_chain_origin:
 * @chain: (nullable) (element-type SlAttributionLink): a chain, origin first
 *
 * Names where a chain ends, for people. The own voice of a text is passed over in favour of
 * its outlet; unnamed speakers are named together with who vouches for them.
 *
 * Returns: (transfer full) (nullable): e.g. "sources (The Example Times)"; %NULL when the chain
 *   names nobody, so that the publishing outlet itself is the origin
 */
char *
sl_attribution_chain_origin (GPtrArray *chain)
{
  guint index = 0;
  const SlAttributionLink *origin = find_origin (chain, &index);
  const SlAttributionLink *voucher;

  if (origin == NULL)
    return NULL;
  if (origin->kind != SL_SPEAKER_UNNAMED)
    return g_strdup (origin->speaker);

  voucher = find_identified (chain, index + 1);
  if (voucher == NULL)
    return g_strdup (origin->speaker);
  return g_strdup_printf ("%s (%s)", origin->speaker, voucher->speaker);
}

/* Casefolded, blanks collapsed, without a leading article: "The Example  Times" is "example times". */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || (key->len == 0 && strcmp (words[i], "the") == 0 && words[i + 1] != NULL))
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, words[i]);
    }

  return g_string_free_and_steal (key);
}

/**
 * sl_attribution_same_speaker:
 * @a: a name
 * @b: a name
 *
 * Returns: whether two names are the same but for case, blanks and a leading article
 */
gboolean
sl_attribution_same_speaker (const char *a,
                             const char *b)
{
  g_autofree char *one = fold_name (a);
  g_autofree char *other = fold_name (b);

  return strcmp (one, other) == 0;
}

/**
 * sl_attribution_chain_is_loop:
 * @chain: (nullable) (element-type SlAttributionLink): a chain, origin first
 * @publisher: (nullable): outlet of the document
 *
 * Tells a report that goes in circles: its origin is somebody who got it from another in
 * the same chain, or the very outlet that publishes it.
 *
 * Returns: whether the origin stands again nearer to the reader
 */
gboolean
sl_attribution_chain_is_loop (GPtrArray  *chain,
                              const char *publisher)
{
  guint index = 0;
  const SlAttributionLink *origin = find_origin (chain, &index);

  if (origin == NULL || origin->kind == SL_SPEAKER_UNNAMED)
    return FALSE;
  for (guint i = index + 1; i < chain->len; i++)
    if (sl_attribution_same_speaker (((const SlAttributionLink *) g_ptr_array_index (chain, i))->speaker, origin->speaker))
      return TRUE;
  return publisher != NULL && index + 1 < chain->len && sl_attribution_same_speaker (publisher, origin->speaker);
}

/**
 * sl_attribution_chain_origin_key:
 * @chain: (nullable) (element-type SlAttributionLink): a chain, origin first
 * @publisher: (nullable): outlet of the document, the origin when the chain names nobody
 *
 * Makes the key under which origins are counted: passages with equal keys count once.
 *
 * All unnamed speakers of one outlet have the same key, because nothing shows that
 * "sources" and "a senior official" are two people; those of two outlets differ.
 *
 * Returns: (transfer full): the key, not for people
 */
char *
sl_attribution_chain_origin_key (GPtrArray  *chain,
                                 const char *publisher)
{
  guint index = 0;
  const SlAttributionLink *origin = find_origin (chain, &index);
  const SlAttributionLink *voucher;
  g_autofree char *name = NULL;

  if (origin == NULL)
    return fold_name (publisher == NULL ? "" : publisher);
  if (origin->kind != SL_SPEAKER_UNNAMED)
    return fold_name (origin->speaker);

  voucher = find_identified (chain, index + 1);
  if (voucher != NULL)
    name = fold_name (voucher->speaker);
  else
    name = fold_name (publisher == NULL ? "" : publisher);
  return g_strconcat ("unnamed\n", name, NULL);
}
