/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sl-case.h"

G_BEGIN_DECLS

/**
 * SlWitnessRequest:
 * @timestamp: ask time-stamping authorities
 * @memento: ask archives for earlier captures
 * @save: ask archives to make a capture of their own
 * @captures: (nullable) (array length=n_captures): which ones; without any the history as a whole is stamped, and archives are
 *   asked about the newest capture of each source
 * @typed: (nullable) (array zero-terminated=1): addresses that the person typed for this very run, which alone may be of this
 *   machine or a private network
 *
 * Whom to ask about what. Who is asked is what sl_witness_set_addresses() has put into the case.
 */
typedef struct
{
  gboolean           timestamp;
  gboolean           memento;
  gboolean           save;
  const SlId        *captures;
  gsize              n_captures;
  const char *const *typed;
} SlWitnessRequest;

/**
 * SlWitnessStep:
 * @capture_id: what it is about, %SL_ID_NONE for the history
 * @authority: (owned): address of who is asked, as the setting has it
 * @address: (owned): where the request goes
 * @sent: (owned): what leaves this machine, a sentence for the person
 * @digest: (owned) (nullable): what a time-stamp is about; of the history it is known when it is asked for
 * @captured_at: UTC microseconds
 *
 * One question to somebody outside.
 */
typedef struct
{
  SlWitnessKind kind;
  SlId capture_id;
  char *authority;
  char *address;
  char *sent;
  char *digest;
  gint64 captured_at;
} SlWitnessStep;

GPtrArray *sl_witness_plan             (SlCase                  *a_case,
                                        const SlWitnessRequest  *request,
                                        GError                 **error);
char      *sl_witness_digest_capture   (SlCase                  *a_case,
                                        SlId                     capture_id,
                                        GError                 **error);
char      *sl_witness_dup_addresses    (SlCase                  *a_case,
                                        SlWitnessKind            kind);
char      *sl_witness_dup_trust        (SlCase                  *a_case);
gboolean   sl_witness_check_address    (const char              *address,
                                        GError                 **error);
const char *sl_witness_setting_of      (SlWitnessKind            kind);

#define SL_WITNESS_TRUST_SETTING "witness.trust"

G_END_DECLS
