/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reader/sl-arena.h"

#include <setjmp.h>
#include <time.h>

#define CHUNK_BYTES (256u * 1024)
#define ALIGNMENT 16u

/* Growing text buffers are larger than this and give their memory back; small pieces do not. */
#define LARGE_BYTES 8192u

/* Reading the clock at each allocation would cost more than the allocations. */
#define ALLOCATIONS_PER_CHECK 128u

/* Begins each block that was taken from the system. */
typedef struct _Block Block;
struct _Block
{
  Block *previous;  /* (unowned) (nullable) */
  Block *next;      /* (owned) (nullable) */
  gsize  size;
};

/* Begins each allocation, and keeps what follows aligned. */
typedef union
{
  Block *large;               /* (unowned) (nullable): block of its own */
  char   padding[ALIGNMENT];
} Header;

struct _SlArena
{
  Block   *blocks;         /* (owned) (nullable): most recent first */
  char    *chunk;          /* (unowned) (nullable): rest of the current chunk */
  gsize    chunk_left;
  gsize    used_bytes;
  gsize    max_bytes;
  gint64   max_cpu_usec;
  gint64   deadline_usec;
  guint    allocations;
  jmp_buf  escape;
};

G_STATIC_ASSERT (sizeof (Header) == ALIGNMENT);
G_STATIC_ASSERT (sizeof (Block) <= 2 * ALIGNMENT);

static gint64
cpu_now_usec (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
check_limits (SlArena *self,
              gsize    size)
{
  if (size > self->max_bytes - self->used_bytes)
    longjmp (self->escape, 1);
  if (++self->allocations % ALLOCATIONS_PER_CHECK == 0 && cpu_now_usec () > self->deadline_usec)
    longjmp (self->escape, 1);
}

static char *
add_block (SlArena *self,
           gsize    size)
{
  Block *block;

  check_limits (self, size + 2 * ALIGNMENT);
  block = g_try_malloc (size + 2 * ALIGNMENT);
  if (block == NULL)
    longjmp (self->escape, 1);
  block->previous = NULL;
  block->next = self->blocks;
  block->size = size + 2 * ALIGNMENT;
  if (self->blocks != NULL)
    self->blocks->previous = block;
  self->blocks = block;
  self->used_bytes += block->size;
  return (char *) block + 2 * ALIGNMENT;
}

static void
remove_block (SlArena *self,
              Block   *block)
{
  if (block->next != NULL)
    block->next->previous = block->previous;
  if (block->previous != NULL)
    block->previous->next = block->next;
  else
    self->blocks = block->next;
  self->used_bytes -= block->size;
  g_free (block);
}

/**
 * sl_arena_new:
 * @max_bytes: most memory to hold at a time
 * @max_cpu_usec: most processor time of one task, in microseconds
 *
 * Creates an empty arena.
 *
 * Returns: (transfer full): the arena
 */
SlArena *
sl_arena_new (gsize  max_bytes,
              gint64 max_cpu_usec)
{
  SlArena *self = g_new0 (SlArena, 1);

  self->max_bytes = max_bytes;
  self->max_cpu_usec = max_cpu_usec;
  return self;
}

/**
 * sl_arena_free:
 * @self: (transfer full): an arena
 *
 * Gives back all memory that was taken from the arena.
 */
void
sl_arena_free (SlArena *self)
{
  g_return_if_fail (self != NULL);

  while (self->blocks != NULL)
    remove_block (self, self->blocks);
  g_free (self);
}

/**
 * sl_arena_alloc:
 * @self: an arena that runs a task
 * @size: bytes wanted
 *
 * Takes memory, or leaves the task when a limit is reached.
 *
 * Returns: (transfer none): memory aligned for any type
 */
void *
sl_arena_alloc (SlArena *self,
                gsize    size)
{
  gsize padded;
  Header *header;

  if (size > self->max_bytes)
    longjmp (self->escape, 1);
  padded = sizeof (Header) + (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (padded > LARGE_BYTES)
    {
      header = (Header *) (void *) add_block (self, padded);
      header->large = self->blocks;
      return header + 1;
    }
  check_limits (self, 0);
  if (padded > self->chunk_left)
    {
      self->chunk = add_block (self, CHUNK_BYTES);
      self->chunk_left = CHUNK_BYTES;
    }
  header = (Header *) (void *) self->chunk;
  self->chunk += padded;
  self->chunk_left -= padded;
  header->large = NULL;
  return header + 1;
}

/**
 * sl_arena_release:
 * @self: an arena
 * @memory: (nullable): what sl_arena_alloc() gave
 *
 * Gives large memory back; small memory stays until the arena goes.
 */
void
sl_arena_release (SlArena *self,
                  void    *memory)
{
  Header *header = memory;

  if (header != NULL && header[-1].large != NULL)
    remove_block (self, header[-1].large);
}

/**
 * sl_arena_run:
 * @self: an arena
 * @task: work that takes its memory from @self
 * @data: for @task
 *
 * Runs a task within the limits.
 *
 * Returns: %FALSE when a limit ended it; whatever it was building must not be looked at then
 */
gboolean
sl_arena_run (SlArena     *self,
              SlArenaTask  task,
              gpointer     data)
{
  g_return_val_if_fail (self != NULL && task != NULL, FALSE);

  self->deadline_usec = cpu_now_usec () + self->max_cpu_usec;
  if (setjmp (self->escape) != 0)
    return FALSE;
  task (self, data);
  return TRUE;
}
