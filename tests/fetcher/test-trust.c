/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In the place of sl-trust.c: a fetcher that trusts the authority of the tests, and nobody else. */

#include "config.h"

#include "fetcher/sl-trust.h"

/* The backend's own database for files would be read again in the sandbox, which does not allow it; behind this one it is
 * only asked. */
#define TEST_TYPE_TRUST (test_trust_get_type ())
G_DECLARE_FINAL_TYPE (TestTrust, test_trust, TEST, TRUST, GTlsDatabase)

struct _TestTrust
{
  GTlsDatabase  parent_instance;
  GTlsDatabase *file;             /* (owned) */
};

G_DEFINE_FINAL_TYPE (TestTrust, test_trust, G_TYPE_TLS_DATABASE)

static GTlsCertificateFlags
test_trust_verify_chain (GTlsDatabase             *database,
                         GTlsCertificate          *chain,
                         const char               *purpose,
                         GSocketConnectable       *identity,
                         GTlsInteraction          *interaction,
                         GTlsDatabaseVerifyFlags   flags,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  return g_tls_database_verify_chain (TEST_TRUST (database)->file, chain, purpose, identity, interaction, flags, cancellable, error);
}

static void
test_trust_dispose (GObject *object)
{
  g_clear_object (&TEST_TRUST (object)->file);
  G_OBJECT_CLASS (test_trust_parent_class)->dispose (object);
}

static void
test_trust_class_init (TestTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = test_trust_dispose;
  G_TLS_DATABASE_CLASS (klass)->verify_chain = test_trust_verify_chain;
}

static void
test_trust_init (TestTrust *self)
{
  g_autoptr (GError) error = NULL;

  self->file = g_tls_file_database_new (TEST_AUTHORITY, &error);
  if (self->file == NULL)
    g_error ("%s", error->message);
}

GTlsDatabase *
sl_trust_load (void)
{
  return g_object_new (TEST_TYPE_TRUST, NULL);
}
