#include "config.h"
#include "reader/sl-quality.h"
void sl_quality_judge (SlReading *reading, const SlPage *page, const SlArticle *article, const char *url)
{
  if (*article->text == '\0') { reading->kind = SL_READING_EMPTY; g_set_str (&reading->reason, "no text"); }
}
