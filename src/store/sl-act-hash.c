/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/sl-act-hash.h"

#include <string.h>

/**
 * sl_act_hash:
 * @previous_hash: hash of the act before, %SL_ACT_HASH_NONE for the first
 *
 * Computes the hash that chains an act to the one before; sql/act.sql states the bytes.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
sl_act_hash (const SlAct *act,
             const char  *previous_hash,
             GBytes      *changeset)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) header = g_string_new (NULL);
  char id[SL_ID_STRING_SIZE], about[SL_ID_STRING_SIZE];
  gsize length;
  const void *data = g_bytes_get_data (changeset, &length);

  g_string_append_printf (header, "%s\nsourceline-act 1\n", previous_hash);
  g_string_append_printf (header, "id %s\n", sl_id_format (act->id, id));
  g_string_append_printf (header, "sequence %" G_GINT64_FORMAT "\n", act->sequence);
  g_string_append_printf (header, "kind %s\n", sl_act_kind_to_string (act->kind));
  g_string_append_printf (header, "about %s\n", sl_id_format (act->about, about));
  g_string_append_printf (header, "at %" G_GINT64_FORMAT "\n", act->at);
  g_string_append_printf (header, "by %" G_GSIZE_FORMAT " %s\n", strlen (act->by), act->by);
  g_string_append_printf (header, "label %" G_GSIZE_FORMAT " %s\n", strlen (act->label), act->label);
  g_string_append_printf (header, "changeset %" G_GSIZE_FORMAT "\n", length);

  g_checksum_update (sum, (const guchar *) header->str, (gssize) header->len);
  if (length > 0)
    g_checksum_update (sum, data, (gssize) length);
  return g_strdup (g_checksum_get_string (sum));
}
