/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sl-id.h"

G_BEGIN_DECLS

typedef enum
{
  SL_WITNESS_TIMESTAMP,  /* RFC 3161: an authority signed the digest with its time */
  SL_WITNESS_MEMENTO,    /* RFC 7089: an archive was asked for captures of its own */
  SL_WITNESS_SAVED,      /* an archive was asked to make a capture */
} SlWitnessKind;

#define SL_N_WITNESS_KINDS (SL_WITNESS_SAVED + 1)

typedef enum
{
  SL_WITNESS_CONFIRMED,  /* the answer bears the capture out; its bytes are kept */
  SL_WITNESS_NONE,       /* there was an answer: nothing is known there */
  SL_WITNESS_REFUSED,    /* the authority would not */
  SL_WITNESS_FAILED,     /* no usable answer */
} SlWitnessOutcome;

#define SL_N_WITNESS_OUTCOMES (SL_WITNESS_FAILED + 1)

/**
 * SlWitness:
 * @capture_id: what it is about, or %SL_ID_NONE when it is about the history
 * @head_sequence: number of the act up to which it is about the history, else 0
 * @head_hash: (owned) (nullable): hash of that act: what was cut off or changed before it no longer fits
 * @authority: (owned): the address of who was asked
 * @at: when the answer came, UTC seconds
 * @detail: (owned) (nullable): what the answer says, in words
 * @digest: (owned) (nullable): SHA-256 of the answer, a blob
 *
 * What somebody outside said about a capture, or about the history of the case. Append-only.
 */
typedef struct
{
  SlId id;
  SlId capture_id;
  gint64 head_sequence;
  char *head_hash;
  SlWitnessKind kind;
  char *authority;
  gint64 at;
  SlWitnessOutcome outcome;
  char *detail;
  char *digest;
} SlWitness;

SlWitness *sl_witness_new (void);
void sl_witness_free (SlWitness *self);
const char *sl_witness_kind_to_string (SlWitnessKind kind);
const char *sl_witness_outcome_to_string (SlWitnessOutcome outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWitness, sl_witness_free)

G_END_DECLS
