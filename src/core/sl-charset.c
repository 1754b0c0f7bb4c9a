/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/sl-charset.h"

#include <string.h>

/* The names of the Encoding Standard with the labels that are met in the wild; lower case, apart by a space.
 * https://encoding.spec.whatwg.org/#names-and-labels */
static const struct
{
  const char *name;   /* (unowned) */
  const char *labels; /* (unowned) */
} charsets[] = {
  { "UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8" },
  { "windows-1252", "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso-ir-100 latin1 l1 ascii us-ascii "
                    "ansi_x3.4-1968 cp819 csisolatin1 ibm819 iso_8859-1:1987" },
  { "windows-1250", "windows-1250 cp1250 x-cp1250" },
  { "windows-1251", "windows-1251 cp1251 x-cp1251" },
  { "windows-1253", "windows-1253 cp1253 x-cp1253" },
  { "windows-1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5 iso-ir-148 iso_8859-9:1989" },
  { "windows-1255", "windows-1255 cp1255 x-cp1255" },
  { "windows-1256", "windows-1256 cp1256 x-cp1256" },
  { "windows-1257", "windows-1257 cp1257 x-cp1257" },
  { "windows-1258", "windows-1258 cp1258 x-cp1258" },
  { "windows-874", "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620" },
  { "ISO-8859-2", "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101 iso_8859-2:1987" },
  { "ISO-8859-3", "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3 csisolatin3 iso-ir-109 iso_8859-3:1988" },
  { "ISO-8859-4", "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4 csisolatin4 iso-ir-110 iso_8859-4:1988" },
  { "ISO-8859-5", "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144 iso_8859-5:1988" },
  { "ISO-8859-6", "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic csisolatinarabic asmo-708 ecma-114 iso-ir-127 iso_8859-6:1987" },
  { "ISO-8859-7", "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 csisolatingreek ecma-118 elot_928 iso-ir-126 sun_eu_greek iso_8859-7:1987" },
  { "ISO-8859-8", "iso-8859-8 iso8859-8 iso88598 iso_8859-8 hebrew visual csisolatinhebrew iso-8859-8-i logical iso-ir-138 iso_8859-8:1988" },
  { "ISO-8859-10", "iso-8859-10 iso8859-10 iso885910 latin6 l6 csisolatin6 iso-ir-157" },
  { "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913" },
  { "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914" },
  { "ISO-8859-15", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9" },
  { "KOI8-R", "koi8-r koi koi8 koi8_r cskoi8r" },
  { "KOI8-U", "koi8-u koi8-ru" },
  { "IBM866", "ibm866 cp866 866 csibm866" },
  { "macintosh", "macintosh mac x-mac-roman csmacintosh" },
  { "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian" },
  { "GBK", "gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936" },
  { "gb18030", "gb18030" },
  { "Big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5" },
  { "EUC-JP", "euc-jp x-euc-jp cseucpkdfmtjapanese" },
  { "ISO-2022-JP", "iso-2022-jp csiso2022jp" },
  { "Shift_JIS", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis" },
  { "EUC-KR", "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr csksc56011987 iso-ir-149" },
  { "UTF-16LE", "utf-16 utf-16le ucs-2 iso-10646-ucs-2 unicode unicodefeff csunicode" },
  { "UTF-16BE", "utf-16be unicodefffe" },
};

/* What browsers assume for pages in these languages that declare nothing. */
static const struct
{
  const char *languages; /* (unowned) */
  const char *name;      /* (unowned) */
} habits[] = {
  { "ba be bg kk ky mk ru sah sr tg tt uk", "windows-1251" },
  { "cs hr hu pl ro sk sl bs sq", "windows-1250" },
  { "el", "windows-1253" },
  { "az ku tr", "windows-1254" },
  { "he yi", "windows-1255" },
  { "ar fa ur", "windows-1256" },
  { "et lt lv", "windows-1257" },
  { "vi", "windows-1258" },
  { "th", "windows-874" },
  { "ja", "Shift_JIS" },
  { "ko", "EUC-KR" },
  { "zh-tw zh-hk zh-hant", "Big5" },
  { "zh", "GBK" },
};

/* Reads tags of a page's beginning as the prescan of the HTML standard does. */
typedef struct
{
  const guint8 *bytes;  /* (unowned) */
  gsize         size;
  gsize         at;
} Prescan;

/* A slice of the input; an attribute has one for its name and one for its value. */
typedef struct
{
  const char *text;    /* (unowned) */
  gsize       length;
} Slice;

/* How the bytes above 127 of a text lie. */
typedef struct
{
  gsize each[256];
  gsize total;
  gsize stretches;  /* of such bytes without others between them */
} HighBytes;

static gboolean
list_has (const char *list,
          const char *word,
          gsize       length)
{
  const char *at = list;

  if (length == 0)
    return FALSE;
  while (*at != '\0')
    {
      gsize size = strcspn (at, " ");

      if (size == length && g_ascii_strncasecmp (at, word, length) == 0)
        return TRUE;
      at += size;
      at += strspn (at, " ");
    }
  return FALSE;
}

static gboolean
is_space (guint8 byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static void
skip_spaces (Prescan *scan)
{
  while (scan->at < scan->size && is_space (scan->bytes[scan->at]))
    scan->at++;
}

static gboolean
starts_with (const Prescan *scan,
             const char    *word)
{
  gsize length = strlen (word);

  return scan->size - scan->at >= length
         && g_ascii_strncasecmp ((const char *) scan->bytes + scan->at, word, length) == 0;
}

static gboolean
skip_past (Prescan    *scan,
           const char *word)
{
  const guint8 *found = memmem (scan->bytes + scan->at, scan->size - scan->at, word, strlen (word));

  scan->at = found != NULL ? (gsize) (found - scan->bytes) + strlen (word) : scan->size;
  return found != NULL;
}

static Slice
take_until (Prescan    *scan,
            const char *stops)
{
  Slice slice = { (const char *) scan->bytes + scan->at, 0 };

  while (scan->at < scan->size && scan->bytes[scan->at] != '\0'
         && strchr (stops, scan->bytes[scan->at]) == NULL)
    {
      scan->at++;
      slice.length++;
    }
  return slice;
}

static Slice
take_value (Prescan *scan)
{
  guint8 quote = scan->at < scan->size ? scan->bytes[scan->at] : 0;
  Slice value;

  if (quote != '"' && quote != '\'')
    return take_until (scan, " \t\n\f\r>");
  scan->at++;
  value = take_until (scan, quote == '"' ? "\"" : "'");
  if (scan->at < scan->size)
    scan->at++;
  return value;
}

/* Returns FALSE at the tag's end. */
static gboolean
take_attribute (Prescan *scan,
                Slice   *name,
                Slice   *value)
{
  while (scan->at < scan->size && (is_space (scan->bytes[scan->at]) || scan->bytes[scan->at] == '/'))
    scan->at++;
  if (scan->at >= scan->size || scan->bytes[scan->at] == '>' || scan->bytes[scan->at] == '\0')
    return FALSE;
  *name = take_until (scan, " \t\n\f\r/>=");
  *value = (Slice) { "", 0 };
  skip_spaces (scan);
  if (scan->at < scan->size && scan->bytes[scan->at] == '=')
    {
      scan->at++;
      skip_spaces (scan);
      *value = take_value (scan);
    }
  else if (name->length == 0)
    return FALSE;
  return TRUE;
}

static gboolean
slice_is (const Slice *slice,
          const char  *word)
{
  return slice->length == strlen (word) && g_ascii_strncasecmp (slice->text, word, slice->length) == 0;
}

/* The charset named in "text/html; charset=…". */
static const char *
charset_of_content (const Slice *content)
{
  for (gsize i = 0; i + 7 < content->length; i++)
    {
      Prescan scan = { (const guint8 *) content->text, content->length, i + 7 };
      Slice value;

      if (g_ascii_strncasecmp (content->text + i, "charset", 7) != 0)
        continue;
      skip_spaces (&scan);
      if (scan.at >= scan.size || scan.bytes[scan.at] != '=')
        continue;
      scan.at++;
      skip_spaces (&scan);
      if (scan.at < scan.size && (scan.bytes[scan.at] == '"' || scan.bytes[scan.at] == '\''))
        value = take_value (&scan);
      else
        value = take_until (&scan, " \t\n\f\r;\"'");
      return sl_charset_from_label (value.text, value.length);
    }
  return NULL;
}

static const char *
scan_meta (Prescan *scan)
{
  Slice name;
  Slice value;
  const char *charset = NULL;
  const char *content = NULL;
  gboolean pragma = FALSE;

  while (take_attribute (scan, &name, &value))
    {
      if (slice_is (&name, "charset"))
        charset = sl_charset_from_label (value.text, value.length);
      else if (slice_is (&name, "content"))
        content = charset_of_content (&value);
      else if (slice_is (&name, "http-equiv"))
        pragma = slice_is (&value, "content-type");
    }
  return charset != NULL ? charset : pragma ? content
                                            : NULL;
}

static void
scan_language (Prescan  *scan,
               char    **language)
{
  Slice name;
  Slice value;

  while (take_attribute (scan, &name, &value))
    {
      gboolean wanted = slice_is (&name, "lang") || slice_is (&name, "xml:lang");

      if (wanted && *language == NULL && value.length > 0 && value.length < 36)
        *language = g_strndup (value.text, value.length);
    }
}

static const char *
scan_xml_declaration (Prescan *scan)
{
  const char *end = g_strstr_len ((const char *) scan->bytes, (gssize) MIN (scan->size, 256), "?>");
  const char *at = end == NULL ? NULL : g_strstr_len ((const char *) scan->bytes, end - (const char *) scan->bytes, "encoding");
  Prescan inner;
  Slice value;

  if (at == NULL)
    return NULL;
  inner = (Prescan) { scan->bytes, (gsize) (end - (const char *) scan->bytes), (gsize) (at - (const char *) scan->bytes) + 8 };
  skip_spaces (&inner);
  if (inner.at >= inner.size || inner.bytes[inner.at] != '=')
    return NULL;
  inner.at++;
  skip_spaces (&inner);
  value = take_value (&inner);
  return sl_charset_from_label (value.text, value.length);
}

/* One step from a '<'; a charset ends the scan. */
static const char *
scan_markup (Prescan  *scan,
             char    **language)
{
  Slice name;
  Slice value;

  if (starts_with (scan, "<!--"))
    {
      /* "<!-->" is a whole comment. */
      scan->at += 2;
      skip_past (scan, "-->");
      return NULL;
    }
  scan->at++;
  if (scan->at >= scan->size)
    return NULL;
  if (scan->bytes[scan->at] == '!' || scan->bytes[scan->at] == '?')
    {
      skip_past (scan, ">");
      return NULL;
    }
  if (scan->bytes[scan->at] == '/')
    scan->at++;
  if (scan->at >= scan->size || !g_ascii_isalpha (scan->bytes[scan->at]))
    return NULL;
  name = take_until (scan, " \t\n\f\r/>");
  if (slice_is (&name, "meta"))
    return scan_meta (scan);
  if (slice_is (&name, "html"))
    scan_language (scan, language);
  while (take_attribute (scan, &name, &value))
    continue;
  return NULL;
}

static void
count_high (HighBytes    *high,
            const guint8 *bytes,
            gsize         size)
{
  for (gsize i = 0; i < size;)
    {
      gsize start = i;

      while (i < size && bytes[i] >= 0x80)
        high->each[bytes[i++]]++;
      high->total += i - start;
      high->stretches += i > start;
      i += i == start;
    }
}

static gsize
sum (const HighBytes *high,
     int              from,
     int              to)
{
  gsize total = 0;

  for (int i = from; i < to; i++)
    total += high->each[i];
  return total;
}

/* Small letters, the most of any text, are the upper half of windows-1251 and the lower half of KOI8. */
static const char *
guess_cyrillic (const HighBytes *high)
{
  gsize lower = sum (high, 0xc0, 0xe0);
  gsize upper = sum (high, 0xe0, 0x100);

  if (lower + upper < high->total * 4 / 5)
    return NULL;
  return upper >= lower ? "windows-1251" : "KOI8-R";
}

/**
 * sl_charset_from_label:
 * @label: a charset's name as found in a header or page, any bytes
 * @length: number of bytes of @label
 *
 * Finds the charset that a label stands for on the web, where "iso-8859-1"
 * means windows-1252, for instance.
 *
 * Source: WHATWG Encoding Standard, names and labels.
 *
 * Returns: (transfer none) (nullable): the charset's name, or %NULL for an unknown label
 */
const char *
sl_charset_from_label (const char *label,
                       gsize       length)
{
  while (length > 0 && is_space ((guint8) *label))
    {
      label++;
      length--;
    }
  while (length > 0 && is_space ((guint8) label[length - 1]))
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      if (list_has (charsets[i].labels, label, length))
        return charsets[i].name;
    }
  return NULL;
}

/**
 * sl_charset_for_language:
 * @language: (nullable): a BCP 47 tag
 *
 * Gives the charset that undeclared pages in a language are usually in.
 *
 * Source: WHATWG HTML, the table of fallback encodings by locale.
 *
 * Returns: (transfer none) (nullable): the charset's name; %NULL where there is
 *   no habit of its own
 */
const char *
sl_charset_for_language (const char *language)
{
  gsize primary;

  if (language == NULL)
    return NULL;
  primary = strcspn (language, "-_");
  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      if (list_has (habits[i].languages, language, strlen (language))
          || list_has (habits[i].languages, language, primary))
        return habits[i].name;
    }
  return NULL;
}

/**
 * sl_charset_prescan:
 * @bytes: (array length=size): beginning of a page
 * @size: number of bytes to look at
 * @language: (inout) (transfer full) (nullable): set to the language declared on
 *   the html element, when it is %NULL and there is one
 *
 * Looks for a charset declared in the page: a meta element, or the XML
 * declaration.
 *
 * UTF-16 found this way means UTF-8, because it was found in single bytes.
 * Source: WHATWG HTML, prescan a byte stream to determine its encoding.
 *
 * Returns: (transfer none) (nullable): the charset's name
 */
const char *
sl_charset_prescan (const guint8  *bytes,
                    gsize          size,
                    char         **language)
{
  Prescan scan = { bytes, size, 0 };
  const char *charset = NULL;

  g_return_val_if_fail (bytes != NULL || size == 0, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  skip_spaces (&scan);
  if (starts_with (&scan, "<?xml"))
    charset = scan_xml_declaration (&scan);
  while (charset == NULL && scan.at < scan.size)
    {
      const guint8 *next = memchr (scan.bytes + scan.at, '<', scan.size - scan.at);

      if (next == NULL)
        break;
      scan.at = (gsize) (next - scan.bytes);
      charset = scan_markup (&scan, language);
    }
  if (charset != NULL && g_str_has_prefix (charset, "UTF-16"))
    return "UTF-8";
  return charset;
}

/**
 * sl_charset_guess:
 * @bytes: (array length=size): text that is not UTF-8
 * @size: number of bytes to look at
 *
 * Guesses a charset from the shape of the bytes above 127: alone among ASCII
 * letters they are Western European, in long stretches Cyrillic or East Asian.
 *
 * Returns: (transfer none) (nullable): the charset's name; %NULL when the bytes
 *   do not tell
 */
const char *
sl_charset_guess (const guint8 *bytes,
                  gsize         size)
{
  HighBytes high = { 0 };

  count_high (&high, bytes, size);
  if (high.stretches == 0 || high.total < 16)
    return NULL;
  if (high.total < high.stretches * 2)
    return "windows-1252";
  if (high.each[0x82] + high.each[0x83] > high.total / 5)
    return "Shift_JIS";
  if (high.each[0xa4] + high.each[0xa5] > high.total / 5)
    return "EUC-JP";
  return guess_cyrillic (&high);
}
