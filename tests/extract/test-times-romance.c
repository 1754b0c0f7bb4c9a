/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "time-cases.h"

static const TimeCase french[] = {
  { "fr", "2025-11-20", "Le phare a fermé le dimanche 16 novembre.", "dimanche 16 novembre|2025-11-16|2025-11-16\n" },
  { "fr", "2025-11-20", "Le phare a fermé le 1er mars 2009 et le quinze août mille neuf cent quatre-vingt-dix-neuf.", "1er mars 2009|2009-03-01|2009-03-01\nquinze août mille neuf cent quatre-vingt-dix-neuf|1999-08-15|1999-08-15\n" },
  { "fr", "2025-11-20", "Il a rouvert le 13 mai dernier.", "13 mai dernier|2025-05-13|2025-05-13\n" },
  { "fr", "2025-11-20", "La foire se tiendra du 3 au 5 juin 2026.", "3|2026-06-03|2026-06-03/2026-06-05\n5 juin 2026|2026-06-05|2026-06-03/2026-06-05\n" },
  { "fr", "2025-11-20", "La digue a été fermée du 28 octobre au 4 novembre 2024.", "28 octobre|2024-10-28|2024-10-28/2024-11-04\n4 novembre 2024|2024-11-04|2024-10-28/2024-11-04\n" },
  { "fr", "2025-11-20", "Les 3 et 4 juillet 2024, la criée était fermée.", "3|2024-07-03|{2024-07-03,2024-07-04}\n4 juillet 2024|2024-07-04|{2024-07-03,2024-07-04}\n" },
  { "fr", "2025-11-20", "Le bac a coulé hier soir, la cloche a sonné avant-hier.", "hier soir|2025-11-19TEV|2025-11-19\navant-hier|2025-11-18|2025-11-18\n" },
  { "fr", "2025-11-20", "Le gardien est parti il y a deux semaines et reviendra dans trois jours.", "il y a deux semaines|2025-W45|2025-11-03/2025-11-09\ndans trois jours|2025-11-23|2025-11-23\n" },
  { "fr", "2025-11-20", "La criée ouvrira lundi.", "lundi|2025-11-24|2025-11-24\n" },
  { "fr", "2025-11-20", "La criée a ouvert lundi.", "lundi|2025-11-17|2025-11-17\n" },
  { "fr", "2025-11-20", "Le bac reprendra ce vendredi à 9h30.", "vendredi à 9h30|2025-11-21T09:30|2025-11-21T09:30\n" },
  { "fr", "2025-11-20", "Le bac est parti à 8 heures du matin, puis à midi et à 23h15 GMT.", "8 heures du matin|2025-11-20T08:00|2025-11-20T08:00\nmidi|2025-11-20T12:00|2025-11-20T12:00\n23h15 GMT|2025-11-20T23:15|2025-11-20T23:15+00:00\n" },
  { "fr", "2025-11-20", "Dans la nuit de samedi à dimanche, la digue a cédé.", "nuit de samedi|2025-11-15TNI|2025-11-15\ndimanche|2025-11-16|2025-11-16\n" },
  { "fr", "2025-11-20", "Le lendemain, la mer était calme. La veille, il pleuvait.", "Le lendemain|2025-11-21|2025-11-21\nLa veille|2025-11-20|2025-11-20\n" },
  { "fr", "2025-11-20", "Le 3 mars, la digue a cédé. Deux jours plus tard, elle était réparée.", "3 mars|2025-03-03|2025-03-03\nDeux jours plus tard|2025-03-05|2025-03-05\n" },
  { "fr", "2025-11-20", "Fin 2024, à la mi-mars, début avril et à la fin de l'année 2023.", "Fin 2024|2024|2024-09~/2024-12\nmi-mars|2025-03|2025-03-11~/2025-03-21~\ndébut avril|2025-04|2025-04-01/2025-04-10~\nfin de l'année 2023|2023|2023-09~/2023-12\n" },
  { "fr", "2025-11-20", "Le prix a baissé au troisième trimestre 2012 et au premier semestre de 2013.", "troisième trimestre 2012|2012-Q3|2012-35\npremier semestre de 2013|2013-H1|2013-40\n" },
  { "fr", "2025-11-20", "La chapelle date du XVIIe siècle, la tour du IVe siècle av. J.-C.", "XVIIe siècle|16|16XX\nIVe siècle av. J.-C.|BC03|-0399/-0300\n" },
  { "fr", "2025-11-20", "La flotte a doublé dans les années 90 et au début des années soixante-dix.", "années 90|199|199X\ndébut des années soixante-dix|197|1970/1973~\n" },
  { "fr", "2025-11-20", "À l'été 2023, puis cet hiver, puis au printemps dernier.", "À l'été 2023|2023-SU|2023-22\ncet hiver|2025-WI|2025-24\nau printemps dernier|2025-SP|2025-21\n" },
  { "fr", "2025-11-20", "La semaine dernière, le mois prochain, cette année et l'année précédente.", "La semaine dernière|2025-W46|2025-11-10/2025-11-16\nle mois prochain|2025-12|2025-12\ncette année|2025|2025\nl'année précédente|2024|2024\n" },
  { "fr", "2025-11-20", "Ces derniers jours, les trois prochains mois, depuis deux ans.", "Ces derniers jours|PXD|../2025-11-20\nles trois prochains mois|P3M|2025-11-20/2026-02-20~\ndeux ans|P2Y|2023-11-20~/..\n" },
  { "fr", "2025-11-20", "Le bac part tous les lundis, chaque semaine et tous les deux ans.", "tous les lundis|XXXX-WXX-1|-\nchaque semaine|P1W|-\ntous les deux ans|P2Y|-\n" },
  { "fr", "2025-11-20", "Le voyage dure quatre-vingt-douze jours, ou un an et demi.", "quatre-vingt-douze jours|P92D|-\nun an et demi|P1Y6M|-\n" },
  { "fr", "2025-11-20", "La chapelle ouvre à Pâques 2024, le lundi de Pentecôte et à la Toussaint.", "Pâques 2024|2024-03-31|2024-03-31\nlundi de Pentecôte|2025-06-09|2025-06-09\nToussaint|2025-11-01|2025-11-01\n" },
  { "fr", "2025-11-20", "Le bac est fermé depuis le 3 novembre et jusqu'à fin décembre.", "3 novembre|2025-11-03|2025-11-03/..\nfin décembre|2025-12|../2025-12-31\n" },
  { "fr", "2025-11-20", "Lundi 24, le bac partira.", "Lundi 24|2025-11-24|2025-11-24\n" },
  { "fr", "2025-11-20", "Rendez-vous le 3/12.", "3/12|2025-12-03|2025-12-03\n" },
  { "fr", "2025-11-20", "Les travaux ont duré de 2010 à 2015.", "2010|2010|2010/2015\n2015|2015|2010/2015\n" },
};

/* What only looks like a time. */
static const TimeCase french_none[] = {
  { "fr", "2025-11-20", "L'article 5 est à la page 12, la chambre 7 au chapitre 3.", "" },
  { "fr", "2025-11-20", "Il a gagné 3-2 et 21:19 ; appelez le 01 42 34 56 78.", "" },
  { "fr", "2025-11-20", "Le sac coûte 1999 euros, 45 % de plus pour 2000 personnes.", "" },
  { "fr", "2025-11-20", "Elle a été élue, il a été passé en revue, ils l'ont été.", "" },
  { "fr", "2025-11-20", "Mars attaque la planète, le sol de Mars est rouge.", "" },
  { "fr", "2025-11-20", "Un jour, une seconde équipe viendra, 24h/24 et 7j/7.", "" },
  { "fr", "2025-11-20", "Le gardien, 45 ans, et sa fille (11 ans) sont partis.", "" },
  { "fr", "2025-11-20", "La veille de la tempête, l'ascension de la tour.", "" },
};

static const TimeCase spanish[] = {
  { "es", "2025-11-20", "El faro cerró el domingo 16 de noviembre.", "domingo 16 de noviembre|2025-11-16|2025-11-16\n" },
  { "es", "2025-11-20", "El faro cerró el 1 de marzo de 2009 y el treinta y uno de diciembre de mil novecientos noventa y nueve.", "1 de marzo de 2009|2009-03-01|2009-03-01\ntreinta y uno de diciembre de mil novecientos noventa y nueve|1999-12-31|1999-12-31\n" },
  { "es", "2025-11-20", "Reabrió el pasado 13 de mayo y cerrará el próximo 15 de diciembre.", "pasado 13 de mayo|2025-05-13|2025-05-13\npróximo 15 de diciembre|2025-12-15|2025-12-15\n" },
  { "es", "2025-11-20", "La feria será del 3 al 5 de junio de 2026.", "3|2026-06-03|2026-06-03/2026-06-05\n5 de junio de 2026|2026-06-05|2026-06-03/2026-06-05\n" },
  { "es", "2025-11-20", "El dique cerró entre el 28 y el 30 de octubre de 2024.", "entre el 28|2024-10-28|2024-10-28/2024-10-30\n30 de octubre de 2024|2024-10-30|2024-10-28/2024-10-30\n" },
  { "es", "2025-11-20", "Los días 3 y 4 de julio de 2024 la lonja cerró.", "3|2024-07-03|{2024-07-03,2024-07-04}\n4 de julio de 2024|2024-07-04|{2024-07-03,2024-07-04}\n" },
  { "es", "2025-11-20", "La barca se hundió anoche; la campana sonó anteayer.", "anoche|2025-11-19TNI|2025-11-19\nanteayer|2025-11-18|2025-11-18\n" },
  { "es", "2025-11-20", "El farero se fue hace dos semanas y volverá dentro de tres días.", "hace dos semanas|2025-W45|2025-11-03/2025-11-09\ndentro de tres días|2025-11-23|2025-11-23\n" },
  { "es", "2025-11-20", "La lonja abrirá el lunes.", "lunes|2025-11-24|2025-11-24\n" },
  { "es", "2025-11-20", "La lonja abrió el lunes.", "lunes|2025-11-17|2025-11-17\n" },
  { "es", "2025-11-20", "La barca saldrá este viernes a las 9.30 horas.", "este viernes a las 9.30 horas|2025-11-21T09:30|2025-11-21T09:30\n" },
  { "es", "2025-11-20", "La barca salió a las ocho y media de la mañana, al mediodía y a las 23:15 GMT.", "a las ocho y media de la mañana|2025-11-20T08:30|2025-11-20T08:30\nal mediodía|2025-11-20T12:00|2025-11-20T12:00\na las 23:15 GMT|2025-11-20T23:15|2025-11-20T23:15+00:00\n" },
  { "es", "2025-11-20", "Mañana por la mañana saldrá; ayer por la tarde llegó.", "Mañana por la mañana|2025-11-21TMO|2025-11-21\nayer por la tarde|2025-11-19TAF|2025-11-19\n" },
  { "es", "2025-11-20", "El 3 de marzo cedió el dique. Dos días después estaba reparado; al día siguiente llovió.", "3 de marzo|2025-03-03|2025-03-03\nDos días después|2025-03-05|2025-03-05\nal día siguiente|2025-03-06|2025-03-06\n" },
  { "es", "2025-11-20", "A principios de 2024, a mediados de marzo y a finales del año pasado.", "principios de 2024|2024|2024-01/2024-05~\nmediados de marzo|2025-03|2025-03-11~/2025-03-21~\nfinales del año pasado|2024|2024-09~/2024-12\n" },
  { "es", "2025-11-20", "El precio bajó en el tercer trimestre de 2012 y en el primer semestre de 2013.", "tercer trimestre de 2012|2012-Q3|2012-35\nprimer semestre de 2013|2013-H1|2013-40\n" },
  { "es", "2025-11-20", "La capilla es del siglo XVII y la torre del siglo IV a. C.", "siglo XVII|16|16XX\nsiglo IV a. C.|BC03|-0399/-0300\n" },
  { "es", "2025-11-20", "La flota creció en los años noventa y en la década de los setenta.", "los años noventa|199|199X\nla década de los setenta|197|197X\n" },
  { "es", "2025-11-20", "El verano de 2023, este invierno y el próximo otoño.", "verano de 2023|2023-SU|2023-22\neste invierno|2025-WI|2025-24\nel próximo otoño|2026-FA|2026-23\n" },
  { "es", "2025-11-20", "La semana pasada, el mes que viene, este año y el año anterior.", "semana pasada|2025-W46|2025-11-10/2025-11-16\nmes que viene|2025-12|2025-12\neste año|2025|2025\naño anterior|2024|2024\n" },
  { "es", "2025-11-20", "En los últimos días, los próximos tres meses, desde hace dos años.", "los últimos días|PXD|../2025-11-20\nlos próximos tres meses|P3M|2025-11-20/2026-02-20~\ndesde hace dos años|P2Y|2023-11-20~/2025-11-20\n" },
  { "es", "2025-11-20", "La barca sale todos los lunes, cada semana y dos veces al año.", "todos los lunes|XXXX-WXX-1|-\ncada semana|P1W|-\ndos veces al año|P1Y|-\n" },
  { "es", "2025-11-20", "El viaje dura noventa y dos días, o un año y medio.", "noventa y dos días|P92D|-\nun año y medio|P1Y6M|-\n" },
  { "es", "2025-11-20", "La capilla abre en Semana Santa, el Jueves Santo y en Reyes.", "Semana Santa|2025-W16|2025-04-14/2025-04-20\nJueves Santo|2025-04-17|2025-04-17\nReyes|2025-01-06|2025-01-06\n" },
  { "es", "2025-11-20", "La barca está cerrada desde el 3 de noviembre y hasta el 3 de diciembre.", "3 de noviembre|2025-11-03|2025-11-03/..\n3 de diciembre|2025-12-03|../2025-12-03\n" },
  { "es", "2025-11-20", "El lunes 24 saldrá la barca; el 12 del 11 volvió.", "lunes 24|2025-11-24|2025-11-24\n12 del 11|2025-11-12|2025-11-12\n" },
  { "es", "2025-11-20", "Las obras duraron de 2010 a 2015.", "2010|2010|2010/2015\n2015|2015|2010/2015\n" },
};

static const TimeCase spanish_none[] = {
  { "es", "2025-11-20", "El artículo 5 está en la página 12 y la habitación 7.", "" },
  { "es", "2025-11-20", "Ganaron 3-2 y 21-19; llame al 91 234 56 78.", "" },
  { "es", "2025-11-20", "El saco cuesta 2.000 euros, un 45 % más para 1500 personas.", "" },
  { "es", "2025-11-20", "Vive en la Plaza de Mayo con Julio Domingo y Abril.", "" },
  { "es", "2025-11-20", "Un segundo farero vino con las tres niñas y las dos barcas.", "" },
  { "es", "2025-11-20", "El farero, 45 años, y su hija (11 años) se fueron.", "" },
  { "es", "2025-11-20", "Al día siguiente de la tormenta, la víspera de la boda.", "" },
};

static const TimeCase italian[] = {
  { "it", "2025-11-20", "Il faro ha chiuso domenica 16 novembre.", "domenica 16 novembre|2025-11-16|2025-11-16\n" },
  { "it", "2025-11-20", "Il faro ha chiuso il 1º marzo 2009 e il quindici agosto 2010.", "1º marzo 2009|2009-03-01|2009-03-01\nquindici agosto 2010|2010-08-15|2010-08-15\n" },
  { "it", "2025-11-20", "Ha riaperto lo scorso 13 maggio e chiuderà il prossimo 15 dicembre.", "scorso 13 maggio|2025-05-13|2025-05-13\nprossimo 15 dicembre|2025-12-15|2025-12-15\n" },
  { "it", "2025-11-20", "La fiera si terrà dal 3 al 5 giugno 2026.", "3|2026-06-03|2026-06-03/2026-06-05\n5 giugno 2026|2026-06-05|2026-06-03/2026-06-05\n" },
  { "it", "2025-11-20", "La barca è affondata ieri sera; la campana ha suonato l'altro ieri.", "ieri sera|2025-11-19TEV|2025-11-19\nl'altro ieri|2025-11-18|2025-11-18\n" },
  { "it", "2025-11-20", "Il guardiano è partito due settimane fa e tornerà tra tre giorni.", "due settimane fa|2025-W45|2025-11-03/2025-11-09\ntra tre giorni|2025-11-23|2025-11-23\n" },
  { "it", "2025-11-20", "Il mercato aprirà lunedì.", "lunedì|2025-11-24|2025-11-24\n" },
  { "it", "2025-11-20", "Il mercato ha aperto lunedì scorso.", "lunedì scorso|2025-11-17|[2025-11-10,2025-11-17]\n" },
  { "it", "2025-11-20", "La barca partirà venerdì 21 novembre alle 9.30.", "venerdì 21 novembre alle 9.30|2025-11-21T09:30|2025-11-21T09:30\n" },
  { "it", "2025-11-20", "La barca è partita alle 8 del mattino, a mezzogiorno e alle 23:15.", "alle 8 del mattino|2025-11-20T08:00|2025-11-20T08:00\na mezzogiorno|2025-11-20T12:00|2025-11-20T12:00\nalle 23:15|2025-11-20T23:15|2025-11-20T23:15\n" },
  { "it", "2025-11-20", "Il 3 marzo la diga ha ceduto. Due giorni dopo era riparata; il giorno dopo pioveva.", "3 marzo|2025-03-03|2025-03-03\nDue giorni dopo|2025-03-05|2025-03-05\nil giorno dopo|2025-03-06|2025-03-06\n" },
  { "it", "2025-11-20", "A inizio 2024, a metà marzo, a fine anno e alla fine di aprile.", "inizio 2024|2024|2024-01/2024-05~\nmetà marzo|2025-03|2025-03-11~/2025-03-21~\nfine anno|2025|2025-09~/2025-12\nfine di aprile|2025-04|2025-04-21~/2025-04-30\n" },
  { "it", "2025-11-20", "Il prezzo è calato nel terzo trimestre del 2012.", "terzo trimestre del 2012|2012-Q3|2012-35\n" },
  { "it", "2025-11-20", "La cappella è del XVII secolo; la flotta è cresciuta negli anni '90 e negli anni Settanta.", "XVII secolo|16|16XX\nanni '90|199|199X\nanni Settanta|197|197X\n" },
  { "it", "2025-11-20", "La settimana scorsa, il mese prossimo, quest'anno, l'estate scorsa.", "La settimana scorsa|2025-W46|2025-11-10/2025-11-16\nil mese prossimo|2025-12|2025-12\nquest'anno|2025|2025\nl'estate scorsa|2025-SU|2025-22\n" },
  { "it", "2025-11-20", "Negli ultimi tre mesi, nei prossimi giorni, nelle ultime 24 ore.", "Negli ultimi tre mesi|P3M|2025-08-20~/2025-11-20\nnei prossimi giorni|PXD|2025-11-20/..\nnelle ultime 24 ore|PT24H|../2025-11-20\n" },
  { "it", "2025-11-20", "La barca parte ogni lunedì, tutti i giorni e due volte all'anno.", "ogni lunedì|XXXX-WXX-1|-\ntutti i giorni|P1D|-\ndue volte all'anno|P1Y|-\n" },
  { "it", "2025-11-20", "Il viaggio dura novantadue giorni, o un anno e mezzo.", "novantadue giorni|P92D|-\nun anno e mezzo|P1Y6M|-\n" },
  { "it", "2025-11-20", "La cappella apre a Pasqua, a Ferragosto e a Santo Stefano.", "Pasqua|2025-04-20|2025-04-20\nFerragosto|2025-08-15|2025-08-15\nSanto Stefano|2025-12-26|2025-12-26\n" },
  { "it", "2025-11-20", "L'articolo 5 è a pagina 12; hanno vinto 3-2; costa 1999 euro per 2.000 persone.", "" },
  { "it", "2025-11-20", "Un giorno le due maggiori barche, delle tre rimaste, partiranno.", "" },
};

static const TimeCase portuguese[] = {
  { "pt", "2025-11-20", "O farol fechou no domingo, 16 de novembro.", "domingo, 16 de novembro|2025-11-16|2025-11-16\n" },
  { "pt", "2025-11-20", "O farol fechou em 1º de março de 2009 e a quinze de agosto de 2010.", "1º de março de 2009|2009-03-01|2009-03-01\nquinze de agosto de 2010|2010-08-15|2010-08-15\n" },
  { "pt", "2025-11-20", "Reabriu no passado dia 13 de maio e fechará no próximo dia 15.", "passado dia 13 de maio|2025-05-13|2025-05-13\npróximo dia 15|2025-12-15|2025-12-15\n" },
  { "pt", "2025-11-20", "A feira será de 3 a 5 de junho de 2026.", "3|2026-06-03|2026-06-03/2026-06-05\n5 de junho de 2026|2026-06-05|2026-06-03/2026-06-05\n" },
  { "pt", "2025-11-20", "O barco afundou ontem à noite; o sino tocou anteontem.", "ontem à noite|2025-11-19TNI|2025-11-19\nanteontem|2025-11-18|2025-11-18\n" },
  { "pt", "2025-11-20", "O faroleiro partiu há duas semanas e voltará daqui a três dias.", "há duas semanas|2025-W45|2025-11-03/2025-11-09\ndaqui a três dias|2025-11-23|2025-11-23\n" },
  { "pt", "2025-11-20", "O mercado abrirá na segunda-feira.", "segunda-feira|2025-11-24|2025-11-24\n" },
  { "pt", "2025-11-20", "O mercado abriu na segunda-feira passada.", "segunda-feira passada|2025-11-17|[2025-11-10,2025-11-17]\n" },
  { "pt", "2025-11-20", "O barco partiu nesta terça-feira (18), às 15h30.", "nesta terça-feira (18)|2025-11-18|2025-11-18\nàs 15h30|2025-11-18T15:30|2025-11-18T15:30\n" },
  { "pt", "2025-11-20", "O barco saiu às 8 da manhã, ao meio-dia e às 23h15.", "às 8 da manhã|2025-11-20T08:00|2025-11-20T08:00\nao meio-dia|2025-11-20T12:00|2025-11-20T12:00\nàs 23h15|2025-11-20T23:15|2025-11-20T23:15\n" },
  { "pt", "2025-11-20", "Em 3 de março o dique cedeu. Dois dias depois estava reparado; no dia seguinte choveu.", "3 de março|2025-03-03|2025-03-03\nDois dias depois|2025-03-05|2025-03-05\nno dia seguinte|2025-03-06|2025-03-06\n" },
  { "pt", "2025-11-20", "No início de 2024, em meados de março e no fim do ano passado.", "início de 2024|2024|2024-01/2024-05~\nmeados de março|2025-03|2025-03-11~/2025-03-21~\nfim do ano passado|2024|2024-09~/2024-12\n" },
  { "pt", "2025-11-20", "O preço caiu no terceiro trimestre de 2012.", "terceiro trimestre de 2012|2012-Q3|2012-35\n" },
  { "pt", "2025-11-20", "A capela é do século XVII; a frota cresceu nos anos 90 e na década de 1970.", "século XVII|16|16XX\nanos 90|199|199X\ndécada de 1970|197|197X\n" },
  { "pt", "2025-11-20", "Na semana passada, no mês que vem, neste ano, no verão de 2023.", "semana passada|2025-W46|2025-11-10/2025-11-16\nmês que vem|2025-12|2025-12\nneste ano|2025|2025\nverão de 2023|2023-SU|2023-22\n" },
  { "pt", "2025-11-20", "Nos últimos três meses, nos próximos dias, nas últimas 24 horas.", "Nos últimos três meses|P3M|2025-08-20~/2025-11-20\nnos próximos dias|PXD|2025-11-20/..\nnas últimas 24 horas|PT24H|../2025-11-20\n" },
  { "pt", "2025-11-20", "O barco parte todas as segundas-feiras, todos os dias e duas vezes por ano.", "todas as segundas-feiras|XXXX-WXX-1|-\ntodos os dias|P1D|-\nduas vezes por ano|P1Y|-\n" },
  { "pt", "2025-11-20", "A viagem dura noventa e dois dias, ou um ano e meio.", "noventa e dois dias|P92D|-\num ano e meio|P1Y6M|-\n" },
  { "pt", "2025-11-20", "A capela abre na Páscoa, no Natal e no Carnaval.", "Páscoa|2025-04-20|2025-04-20\nNatal|2025-12-25|2025-12-25\nCarnaval|2025-03-04|2025-03-04\n" },
  { "pt", "2025-11-20", "O artigo 5 está na página 12; ganharam por 3-2; custa 1999 euros para 2.000 pessoas.", "" },
  { "pt", "2025-11-20", "Um dia a segunda equipa, em Natal, terá outra sexta vaga.", "" },
};

static void
test_french (void)
{
  time_cases_check (french, G_N_ELEMENTS (french));
  time_cases_check (french_none, G_N_ELEMENTS (french_none));
}

static void
test_spanish (void)
{
  time_cases_check (spanish, G_N_ELEMENTS (spanish));
  time_cases_check (spanish_none, G_N_ELEMENTS (spanish_none));
}

static void
test_italian (void)
{
  time_cases_check (italian, G_N_ELEMENTS (italian));
}

static void
test_portuguese (void)
{
  time_cases_check (portuguese, G_N_ELEMENTS (portuguese));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/times-romance/french", test_french);
  g_test_add_func ("/times-romance/spanish", test_spanish);
  g_test_add_func ("/times-romance/italian", test_italian);
  g_test_add_func ("/times-romance/portuguese", test_portuguese);
  return g_test_run ();
}
