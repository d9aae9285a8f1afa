namespace MashBroker.Testing.Leaks;

/// <summary>Invented people who refer: given name, family name, f or m, and the short form of the given name, if any.</summary>
internal static class EighthReferrers
{
    public static readonly IReadOnlyList<EighthReferrer> All =
    [
        .. new[]
        {
            "Elizabeth|Hargreaves|f|Liz", "Joy|Park|f|", "Mark|Day|m|", "Hope|Bishop|f|", "William|Marsh|m|Bill",
            "Dawn|Fields|f|", "Frank|Carter|m|", "Rose|Waters|f|", "Iris|Long|f|", "Summer|Price|f|",
            "Grant|Cook|m|", "Will|Church|m|", "Heather|Moody|f|", "Rich|Penny|m|", "May|Short|f|",
            "Patience|Boateng|f|", "Amber|Young|f|", "Robin|Swift|m|", "Faith|Love|f|", "Victor|Best|m|",
            "Drew|Major|m|", "Pearl|Rivers|f|", "Miles|Wood|m|", "Ruby|Green|f|", "Jack|Page|m|",
            "Margaret|Ollerenshaw|f|Maggie", "Christopher|Threlfall|m|Chris", "Katherine|Pennington|f|Kath",
            "Robert|Entwistle|m|Bob", "Patricia|Bickerstaffe|f|Pat", "Stephen|Wrigley|m|Steve",
            "Deborah|Satterthwaite|f|Debbie", "Michael|Cholmondeley|m|Mick", "Susan|Featherstone|f|Sue",
            "Anthony|Braithwaite|m|Tony", "Jacqueline|Smith-Rowbotham|f|Jackie", "Edward|Kirkbride|m|Ted",
            "Siobhán|O'Flaherty|f|", "Seán|McGillicuddy|m|", "Niamh|O'Rourke|f|", "Declan|MacNamara|m|Dec",
            "Siân|Llewellyn|f|", "Rhys|Ap Gwilym|m|", "Zoë|Fairweather|f|", "Angus|McTavish|m|Gus",
            "Agnieszka|Wojciechowska|f|Aga", "Łukasz|Zieliński|m|Luke", "Małgorzata|Nowicka|f|Gosia",
            "Ion|Dumitrescu|m|", "Ionela|Văcărescu|f|", "Borislav|Hristov|m|Boris", "Jonas|Kazlauskas|m|",
            "Olena|Shevchuk|f|", "Mohammed|Chaudhry|m|Mo", "Shabnam|Qureshi|f|", "Imran|Bukhari|m|Immy",
            "Nasreen|Begum-Talukdar|f|", "Ayesha|Siddiqui|f|", "Yusuf|Al-Hassan|m|", "Layla|El-Sayed|f|",
            "Harpreet|Sandhu|f|", "Gurdeep|Bains|m|", "Jaswinder|Dhaliwal|f|Jas", "Venkatesh|Subramanian|m|Venky",
            "Meenakshi|Iyer|f|Meena", "Dilshan|Wickramasinghe|m|", "Chukwuemeka|Onwuachi|m|Emeka",
            "Oluwaseun|Adebayo|m|Seun", "Folasade|Ogunleye|f|Sade", "Kwabena|Asamoah|m|", "Abena|Frimpong|f|",
            "Tendai|Mutasa|m|", "Nomvula|Dlamini|f|", "Hodan|Warsame|f|", "Abdirahman|Jama|m|Abdi",
            "Selam|Tesfaye|f|", "Wei|Zhang|m|", "Mei-Ling|Cheung|f|", "Nguyen|Thanh|m|", "Hye-Jin|Seo|f|",
            "Delroy|Cumberbatch|m|", "Marcia|Braithwaite-Clarke|f|", "Leroy|Gayle|m|", "João|Figueiredo|m|",
            "María|Echeverría|f|", "Giuseppina|Esposito|f|Pina", "Dimitris|Papadopoulos|m|", "Ayşe|Yıldırım|f|",
            "Mehmet|Karataş|m|", "Shira|Rosenblatt|f|", "Björn|Söderqvist|m|", "François|Lefebvre|m|",
        }.Select(EighthReferrer.Read),
    ];
}
