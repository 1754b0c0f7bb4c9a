/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sl-cli-study.h"

#include <string.h>

#include "cli/sl-cli-json.h"
#include "core/sl-attribution.h"
#include "core/sl-offsets.h"

static void
add_span (JsonBuilder     *builder,
          const SlOffsets *offsets,
          SlSpan           span)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, sl_offsets_to_cp (offsets, span.start));
  json_builder_add_int_value (builder, sl_offsets_to_cp (offsets, span.end));
  json_builder_end_array (builder);
}

static void
add_spans (JsonBuilder     *builder,
           const char      *name,
           const SlOffsets *offsets,
           GArray          *spans)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    add_span (builder, offsets, g_array_index (spans, SlSpan, i));
  json_builder_end_array (builder);
}

static void
add_position (JsonBuilder     *builder,
              const SlOffsets *offsets,
              const char      *text,
              SlSpan           span)
{
  g_autofree char *words = g_strndup (text + span.start, sl_span_length (span));

  sl_cli_json_int (builder, "start", sl_offsets_to_cp (offsets, span.start));
  sl_cli_json_int (builder, "end", sl_offsets_to_cp (offsets, span.end));
  sl_cli_json_string (builder, "text", words);
}

static void
add_times (JsonBuilder     *builder,
           const SlStudy   *study,
           const SlOffsets *offsets)
{
  GPtrArray *times = study->extraction->times;

  json_builder_set_member_name (builder, "times");
  json_builder_begin_array (builder);
  for (guint i = 0; i < times->len; i++)
    {
      const SlTimex *timex = g_ptr_array_index (times, i);

      json_builder_begin_object (builder);
      add_position (builder, offsets, study->reading->text, timex->span);
      sl_cli_json_string (builder, "type", sl_timex_type_to_string (timex->type));
      sl_cli_json_string (builder, "value", timex->value);
      sl_cli_json_when (builder, timex->when);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A claim is never "reported": that tells only what one link of its chain does. */
static const char *
name_modality (const SlAttribution *attribution)
{
  if (attribution->modality == SL_MODALITY_ASSERTED && sl_attribution_only_relays (attribution))
    return "reported";
  return sl_modality_to_string (attribution->modality);
}

static void
add_attributions (JsonBuilder     *builder,
                  const SlStudy   *study,
                  const SlOffsets *offsets)
{
  GPtrArray *attributions = study->extraction->attributions;

  json_builder_set_member_name (builder, "attributions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < attributions->len; i++)
    {
      const SlAttribution *attribution = g_ptr_array_index (attributions, i);

      json_builder_begin_object (builder);
      add_spans (builder, "source", offsets, attribution->source);
      add_spans (builder, "cue", offsets, attribution->cue);
      add_spans (builder, "content", offsets, attribution->content);
      sl_cli_json_string (builder, "speaker", attribution->speaker);
      sl_cli_json_string (builder, "kind", sl_speaker_kind_to_string (attribution->kind));
      sl_cli_json_string (builder, "name", attribution->name);
      sl_cli_json_string (builder, "role", attribution->role);
      sl_cli_json_string (builder, "affiliation", attribution->affiliation);
      sl_cli_json_boolean (builder, "statement", attribution->statement);
      sl_cli_json_string (builder, "modality", name_modality (attribution));
      add_spans (builder, "hedges", offsets, attribution->hedges);
      if (attribution->relay_of >= 0)
        sl_cli_json_int (builder, "relay_of", attribution->relay_of);
      else
        sl_cli_json_string (builder, "relay_of", NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_time (JsonBuilder     *builder,
          const SlStudy   *study,
          const SlOffsets *offsets,
          int              index)
{
  const SlTimex *timex;

  if (index < 0)
    {
      sl_cli_json_string (builder, "time", NULL);
      return;
    }

  timex = g_ptr_array_index (study->extraction->times, index);
  json_builder_set_member_name (builder, "time");
  json_builder_begin_object (builder);
  add_position (builder, offsets, study->reading->text, timex->span);
  sl_cli_json_when (builder, timex->when);
  json_builder_end_object (builder);
}

static void
add_other_passages (JsonBuilder     *builder,
                    const GPtrArray *passages,
                    const SlOffsets *offsets)
{
  json_builder_set_member_name (builder, "also");
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    add_span (builder, offsets, ((const SlProposalPassage *) g_ptr_array_index (passages, i))->span);
  json_builder_end_array (builder);
}

static void
add_suggestions (JsonBuilder     *builder,
                 const SlStudy   *study,
                 const SlOffsets *offsets)
{
  GPtrArray *proposals = study->extraction->proposals;

  json_builder_set_member_name (builder, "suggestions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposals->len; i++)
    {
      const SlProposal *proposal = g_ptr_array_index (proposals, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "title", proposal->title);
      sl_cli_json_string (builder, "text", proposal->text);
      json_builder_set_member_name (builder, "passage");
      add_span (builder, offsets, proposal->span);
      add_other_passages (builder, proposal->also, offsets);
      add_time (builder, study, offsets, proposal->timex);
      sl_cli_json_string (builder, "modality", sl_modality_to_string (proposal->modality));
      sl_cli_json_chain (builder, "attribution", proposal->chain);
      sl_cli_json_boolean (builder, "loop", sl_attribution_chain_is_loop (proposal->chain, study->reading->outlet));
      json_builder_set_member_name (builder, "usefulness");
      json_builder_add_int_value (builder, proposal->usefulness);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder     *builder,
           const SlReading *reading)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->links->len; i++)
    {
      const SlReadingLink *link = g_ptr_array_index (reading->links, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "url", link->url);
      sl_cli_json_string (builder, "text", link->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_notes (JsonBuilder     *builder,
           const SlReading *reading)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->notes->len; i++)
    {
      const SlReadingNote *note = g_ptr_array_index (reading->notes, i);

      json_builder_begin_object (builder);
      sl_cli_json_string (builder, "kind", note->kind);
      sl_cli_json_string (builder, "text", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * sl_cli_study_to_json:
 * @builder: an open object
 *
 * Adds what was read and found, as `sourceline-cli extract` prints it; positions are code points.
 */
void
sl_cli_study_to_json (JsonBuilder   *builder,
                      const SlStudy *study)
{
  const SlReading *reading = study->reading;
  g_autoptr (SlOffsets) offsets = sl_offsets_new (reading->text, strlen (reading->text));

  sl_cli_json_string (builder, "title", reading->title);
  sl_cli_json_string (builder, "byline", reading->byline);
  sl_cli_json_strv (builder, "authors", reading->authors);
  sl_cli_json_string (builder, "outlet", reading->outlet);
  sl_cli_json_string (builder, "published", study->published);
  sl_cli_json_string (builder, "updated", reading->updated);
  /* What the article says of itself; the rules that were used may be another language's, when there are none for its own. */
  sl_cli_json_string (builder, "language", reading->language != NULL ? reading->language : study->extraction->language);
  sl_cli_json_string (builder, "kind", sl_reading_kind_to_string (reading->kind));
  sl_cli_json_string (builder, "reason", reading->reason);
  sl_cli_json_string (builder, "method", reading->method);
  sl_cli_json_boolean (builder, "paywall", reading->paywall);
  sl_cli_json_string (builder, "canonical", reading->canonical);
  sl_cli_json_string (builder, "text", reading->text);
  add_links (builder, reading);
  add_notes (builder, reading);
  add_times (builder, study, offsets);
  add_attributions (builder, study, offsets);
  add_suggestions (builder, study, offsets);
}
