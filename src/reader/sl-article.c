/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-article.h"

#include "reader/sl-clutter.h"
#include "reader/sl-lead.h"
#include "reader/sl-node.h"
#include "reader/sl-paragraph.h"
#include "reader/sl-text-builder.h"
#include "reader/sl-text-trace.h"

#include <string.h>

/* Longest text that is put together from a copy of several text nodes. */
#define MAX_JOINED_NODES 64u

/* How many text nodes after the first that reads so one is looked for that stands better. */
#define MAX_DIRECT_DISTANCE 256u

/* Where less than this of the letters were kept, the names that clutter is told by mean something else. */
#define MIN_KEPT 0.5

/* Elements that stand in a line of text; all others begin a new paragraph. */
static const char inline_names[] = " a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label mark math meter nobr "
                                   "output progress q rp rt ruby s samp small source span strike strong sub sup svg time tt u var wbr picture "
                                   "annotation mi mn mo mrow msub msup mtext semantics ";

/* Puts the article's text together from the records that came back. */
typedef struct
{
  const SlPage  *page;     /* (unowned) */
  SlArticle     *article;  /* (unowned) */
  SlTextBuilder *builder;  /* (owned) */
  GPtrArray     *open;     /* (owned) (element-type SlPageElement, unowned, nullable): nearest numbered element */
  GArray        *breaks;   /* (owned) (element-type SlTextBreak): what the end of each open element does */
  guint          next;     /* text nodes before this one have been used */
  gsize          letters;  /* of the whole article */
  gsize          taken;    /* letters that came into the text */
  guint          skipped;  /* open elements since one that is left out, itself included; 0 outside of any */
  gboolean       by_name;  /* whether to leave out what by its name is no part of an article */
} Assembly;

typedef void (*RecordVisit) (Assembly *assembly,
                             const char *record);

static SlTextBreak
break_of (const char *name)
{
  char word[24];

  if (g_snprintf (word, sizeof word, " %s ", name) >= (int) sizeof word)
    return SL_TEXT_BREAK_PARAGRAPH;
  if (strstr (inline_names, word) != NULL)
    return SL_TEXT_BREAK_NONE;
  if (g_str_equal (name, "br") || g_str_equal (name, "td") || g_str_equal (name, "th"))
    return SL_TEXT_BREAK_LINE;
  return SL_TEXT_BREAK_PARAGRAPH;
}

static const char *
content_of (const Assembly *assembly,
            guint           index)
{
  return sl_page_get_text (assembly->page, index)->v.text.text;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\r\f")] == '\0';
}

/* Puts a character that stands in the source, as seen by the trace. */
static void
put_step (Assembly         *assembly,
          const SlTextStep *step)
{
  const SlDecoded *decoded = sl_page_get_decoded (assembly->page);
  guint32 start = 0;
  guint32 end = 0;

  if (step->raw != NULL)
    {
      gsize offset = (gsize) (step->raw - decoded->text);

      start = sl_decoded_to_capture (decoded, offset);
      end = sl_decoded_to_capture (decoded, offset + step->raw_length);
    }
  sl_text_builder_put (assembly->builder, step->character, start, end - start);
}

/* The paragraph that the last character went into. */
static SlParagraph *
last_paragraph (Assembly *assembly)
{
  g_array_set_size (assembly->article->paragraphs, sl_text_builder_get_n_paragraphs (assembly->builder));
  return assembly->article->paragraphs->len > 0
             ? &g_array_index (assembly->article->paragraphs, SlParagraph, assembly->article->paragraphs->len - 1)
             : NULL;
}

/* Puts a whole text node. */
static void
put_node (Assembly *assembly,
          guint     index)
{
  const SlDecoded *decoded = sl_page_get_decoded (assembly->page);
  SlTextTrace trace;
  SlTextStep step;
  SlParagraph *paragraph;

  sl_text_trace_init (&trace, sl_page_get_text (assembly->page, index), decoded->text, decoded->length);
  while (sl_text_trace_next (&trace, &step))
    put_step (assembly, &step);
  /* White space may be that before whatever the article begins with. */
  if (is_blank (content_of (assembly, index)))
    return;
  g_array_append_val (assembly->article->texts, index);
  paragraph = last_paragraph (assembly);
  if (paragraph != NULL)
    sl_paragraph_add (paragraph, sl_page_get_text (assembly->page, index));
  assembly->article->first_text = MIN (assembly->article->first_text, index);
  assembly->article->end_text = MAX (assembly->article->end_text, index + 1);
}

/* Text that the article finder wrote itself has no place in the capture. */
static void
put_foreign (Assembly   *assembly,
             const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    sl_text_builder_put (assembly->builder, g_utf8_get_char (text), 0, 0);
  last_paragraph (assembly);
}

/* A space that was between two text nodes is the white space there. */
static void
place_space (Assembly *assembly,
             guint     from,
             guint     to)
{
  for (guint i = from; i < to && sl_text_builder_wants_space (assembly->builder); i++)
    {
      if (is_blank (content_of (assembly, i)))
        put_node (assembly, i);
    }
}

/* Number of text nodes from @index on that make up @text when joined; 0 when they do not. */
static guint
joined_length (const Assembly *assembly,
               guint           index,
               guint           end,
               const char     *text)
{
  for (guint i = index; i < end && i < index + MAX_JOINED_NODES; i++)
    {
      const char *content = content_of (assembly, i);

      if (!g_str_has_prefix (text, content))
        return 0;
      text += strlen (content);
      if (*text == '\0')
        return i - index + 1;
    }
  return 0;
}

/* Finds the text node that came back as @text: the next one that reads so at the same place in the tree,
 * directly in @parent if there is one. */
static guint
find_source (const Assembly  *assembly,
             const char      *text,
             const GumboNode *parent,
             guint            from,
             guint            to,
             guint           *length)
{
  guint found = G_MAXUINT;

  for (guint i = from; i < to; i++)
    {
      guint joined;
      gboolean direct;

      if (found != G_MAXUINT && i > found + MAX_DIRECT_DISTANCE)
        break;
      joined = joined_length (assembly, i, to, text);
      direct = joined > 0 && sl_page_get_text (assembly->page, i)->parent == parent;
      if (joined == 0 || (found != G_MAXUINT && !direct))
        continue;
      found = i;
      *length = joined;
      if (direct)
        break;
    }
  return found;
}

static void
put_text (Assembly   *assembly,
          const char *text)
{
  const SlPageElement *scope = assembly->open->len > 0 ? g_ptr_array_index (assembly->open, assembly->open->len - 1) : NULL;
  guint first = scope != NULL ? scope->first_text : 0;
  guint end = scope != NULL ? scope->end_text : sl_page_get_n_texts (assembly->page);
  const GumboNode *parent = scope != NULL ? scope->node : NULL;
  guint length = 0;
  guint found;

  if (is_blank (text))
    {
      if (*text != '\0')
        sl_text_builder_break (assembly->builder, SL_TEXT_BREAK_SPACE);
      return;
    }
  found = find_source (assembly, text, parent, CLAMP (assembly->next, first, end), end, &length);
  if (found == G_MAXUINT)
    found = find_source (assembly, text, parent, first, MIN (assembly->next, end), &length);
  if (found == G_MAXUINT)
    {
      put_foreign (assembly, text);
      return;
    }
  if (assembly->by_name && sl_clutter_is_text (sl_page_get_text (assembly->page, found), assembly->letters))
    return;
  place_space (assembly, assembly->next, found);
  for (guint i = 0; i < length; i++)
    put_node (assembly, found + i);
  assembly->next = found + length;
}

/* Record "E": name and number apart by a space. */
static void
open_element (Assembly   *assembly,
              const char *record)
{
  gsize size = strcspn (record, " ");
  g_autofree char *name = g_strndup (record, size);
  const SlPageElement *element = NULL;
  guint64 number;
  SlTextBreak strength = break_of (name);
  gboolean numbered;

  if (record[size] == ' ' && g_ascii_string_to_unsigned (record + size + 1, 10, 0, G_MAXUINT - 1, &number, NULL))
    element = sl_page_get_element (assembly->page, (guint) number);
  numbered = element != NULL;
  if (!numbered && assembly->open->len > 0)
    element = g_ptr_array_index (assembly->open, assembly->open->len - 1);
  if (assembly->skipped > 0)
    assembly->skipped++;
  else if (numbered && sl_clutter_is (assembly->page, element, assembly->letters, assembly->by_name))
    {
      SlParagraph *paragraph = last_paragraph (assembly);

      assembly->skipped = 1;
      if (paragraph != NULL)
        paragraph->gap = TRUE;
    }
  g_ptr_array_add (assembly->open, (gpointer) element);
  g_array_append_val (assembly->breaks, strength);
  if (strength != SL_TEXT_BREAK_NONE)
    sl_text_builder_break (assembly->builder, strength);
}

static void
close_element (Assembly *assembly)
{
  SlTextBreak strength;

  if (assembly->open->len == 0)
    return;
  assembly->skipped -= assembly->skipped > 0;
  strength = g_array_index (assembly->breaks, SlTextBreak, assembly->breaks->len - 1);
  g_ptr_array_set_size (assembly->open, (int) assembly->open->len - 1);
  g_array_set_size (assembly->breaks, assembly->breaks->len - 1);
  if (strength != SL_TEXT_BREAK_NONE)
    sl_text_builder_break (assembly->builder, strength);
}

static void
take_value (SlArticle  *article,
            const char *record)
{
  const struct
  {
    const char *prefix;
    char **target;
  } values[] = {
    { "title=", &article->title },
    { "byline=", &article->byline },
    { "siteName=", &article->site_name },
    { "publishedTime=", &article->published },
    { "lang=", &article->language },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (g_str_has_prefix (record, values[i].prefix))
        {
          g_free (*values[i].target);
          *values[i].target = g_strstrip (g_strdup (record + strlen (values[i].prefix)));
        }
    }
}

static void
take_record (Assembly   *assembly,
             const char *record)
{
  switch (*record)
    {
    case 'V':
      take_value (assembly->article, record + 1);
      break;
    case 'E':
      open_element (assembly, record + 1);
      break;
    case 'T':
      if (assembly->skipped > 0)
        break;
      assembly->taken += sl_clutter_count_letters (record + 1);
      put_text (assembly, record + 1);
      break;
    case 'C':
      close_element (assembly);
      break;
    default:
      break;
    }
}

static void
count_record (Assembly   *assembly,
              const char *record)
{
  if (*record == 'T')
    assembly->letters += sl_clutter_count_letters (record + 1);
}

static void
for_each_record (Assembly    *assembly,
                 GBytes      *records,
                 RecordVisit  visit)
{
  gsize size;
  const char *at = g_bytes_get_data (records, &size);
  const char *end = at + size;

  while (at < end)
    {
      const char *stop = memchr (at, '\0', (gsize) (end - at));

      if (stop == NULL)
        break;
      if (g_utf8_validate (at, stop - at, NULL))
        visit (assembly, at);
      at = stop + 1;
    }
}

/* Puts what stands above the story; each block is a paragraph. */
static void
put_lead (Assembly     *assembly,
          const GArray *lead)
{
  const GumboNode *last = NULL;

  for (guint i = 0; i < lead->len; i++)
    {
      guint index = g_array_index (lead, guint, i);
      const GumboNode *block = sl_page_get_text (assembly->page, index)->parent;

      while (block->parent != NULL && sl_node_is_element (block->parent) && !sl_clutter_is_block (block) && !sl_node_is (block, GUMBO_TAG_P))
        block = block->parent;
      if (last != NULL && block != last)
        sl_text_builder_break (assembly->builder, SL_TEXT_BREAK_PARAGRAPH);
      last = block;
      put_node (assembly, index);
    }
  sl_text_builder_break (assembly->builder, SL_TEXT_BREAK_PARAGRAPH);
}

/* Puts the text together anew, below @lead; returns which share of its letters was kept. */
static double
assemble (SlArticle    *self,
          const SlPage *page,
          GBytes       *records,
          const GArray *lead,
          gboolean      by_name)
{
  g_autoptr (SlTextBuilder) builder = sl_text_builder_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (SlTextBreak));
  Assembly assembly = { .page = page, .article = self, .builder = builder, .open = open, .breaks = breaks, .by_name = by_name };

  self->first_text = G_MAXUINT;
  self->end_text = 0;
  g_array_set_size (self->paragraphs, 0);
  g_array_set_size (self->texts, 0);
  for_each_record (&assembly, records, count_record);
  if (lead != NULL)
    put_lead (&assembly, lead);
  for_each_record (&assembly, records, take_record);
  if (self->first_text == G_MAXUINT)
    self->first_text = self->end_text = 0;
  g_free (self->text);
  g_clear_pointer (&self->map, sl_text_map_unref);
  self->text = sl_text_builder_finish (builder, &self->map);
  return assembly.letters > 0 ? (double) assembly.taken / (double) assembly.letters : 1.0;
}

/**
 * sl_article_new:
 * @page: the page that was searched
 * @records: what sl_script_find_article() found in it
 *
 * Turns the records of the article finder into text, leading each character back to the capture:
 * each text node that comes back is one of the page's, inside the numbered element it comes back in.
 * What sl_clutter_is() tells is left out, but where that were most of the text the names are not believed.
 *
 * A lead between the headline and the story belongs to the text.
 *
 * Records are not trusted; whatever cannot be found in the page is text without a place.
 *
 * Returns: (transfer full): the article; its text is empty when there is none
 */
SlArticle *
sl_article_new (const SlPage *page,
                GBytes       *records)
{
  SlArticle *self = g_new0 (SlArticle, 1);
  g_autoptr (GArray) lead = NULL;
  gboolean by_name;

  g_return_val_if_fail (page != NULL && records != NULL, self);

  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (SlParagraph));
  self->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  by_name = assemble (self, page, records, NULL, TRUE) >= MIN_KEPT;
  if (!by_name)
    assemble (self, page, records, NULL, FALSE);
  lead = sl_lead_find (page, self->first_text, self->text);
  if (lead->len > 0 && *self->text != '\0')
    assemble (self, page, records, lead, by_name);
  return self;
}

/**
 * sl_article_drop:
 * @self: an article
 * @dropped: for each of its paragraphs, whether it goes
 *
 * Takes paragraphs out of an article.
 */
void
sl_article_drop (SlArticle      *self,
                 const gboolean *dropped)
{
  guint n_kept = 0;

  g_return_if_fail (self != NULL && dropped != NULL);

  sl_paragraph_drop (&self->text, &self->map, dropped);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      if (!dropped[i])
        g_array_index (self->paragraphs, SlParagraph, n_kept++) = g_array_index (self->paragraphs, SlParagraph, i);
    }
  g_array_set_size (self->paragraphs, n_kept);
}

/**
 * sl_article_free:
 * @self: (transfer full): an article
 *
 * Frees the article.
 */
void
sl_article_free (SlArticle *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->byline);
  g_free (self->site_name);
  g_free (self->published);
  g_free (self->language);
  g_free (self->text);
  g_clear_pointer (&self->map, sl_text_map_unref);
  g_array_unref (self->paragraphs);
  g_array_unref (self->texts);
  g_free (self);
}
