#include "config.h"
#include "reader/sl-page-facts.h"
void sl_page_facts_fill (SlReading *reading, const SlPage *page, const SlArticle *article, const char *url)
{
  g_set_str (&reading->title, article->title);
  g_set_str (&reading->byline, article->byline);
  g_set_str (&reading->published, article->published);
}
