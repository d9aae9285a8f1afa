namespace MashBroker.Testing.Leaks;

/// <summary>A child, b or g, the mother, and their family name.</summary>
internal sealed record EighthKin(string Child, bool Boy, string Mother, string Surname)
{
    public static readonly IReadOnlyList<EighthKin> All =
    [
        .. new[]
        {
            "Alfie|b|Kelly|Thornley", "Maisie|g|Stacey|Bradshaw", "Tyler|b|Leanne|Higginbottom",
            "Poppy|g|Gemma|Ashworth", "Riley|b|Donna|Clegg", "Lacey|g|Natalie|Pilkington",
            "Harvey|b|Sharon|Whitworth", "Ellie|g|Rachel|Duckworth", "Callum|b|Michelle|Ramsbottom",
            "Daisy|g|Joanne|Bell", "Finley|b|Hayley|Stone", "Willow|g|Charlotte|Frost", "Hunter|b|Crystal|Banks",
            "Skye|g|Jade|Winter", "Mason|b|Honey|Rice", "Autumn|g|Ginger|Hunt", "Chase|b|Olive|Wells",
            "Angel|g|Melody|Bright", "Reed|b|Sandy|Pool", "Precious|g|Blessing|Okonkwo",
            "Emmanuel|b|Comfort|Mensah", "Chidi|b|Ngozi|Eze", "Temitope|g|Yetunde|Adewale", "Kofi|b|Akosua|Owusu",
            "Zanele|g|Thandiwe|Khumalo", "Tatenda|b|Rudo|Chikwanha", "Liban|b|Fadumo|Guled", "Ifrah|g|Sahra|Abdullahi",
            "Dawit|b|Hiwot|Haile", "Ahmed|b|Fatima|Malik", "Zainab|g|Rukhsana|Mirza", "Hamza|b|Samina|Baig",
            "Maryam|g|Tahira|Rehman", "Ibrahim|b|Nadia|Khatib", "Amira|g|Salma|Haddad", "Arjun|b|Kavita|Patel",
            "Diya|g|Priya|Shah", "Rohan|b|Sunita|Desai", "Simran|g|Manjit|Gill", "Jasdeep|b|Kuldip|Grewal",
            "Nethmi|g|Chamari|Perera", "Tharindu|b|Ishara|Silva", "Jakub|b|Magdalena|Kowalczyk",
            "Zuzanna|g|Beata|Lewandowska", "Oskar|b|Dorota|Mazur", "Andrei|b|Mihaela|Popescu",
            "Bianca|g|Cristina|Ionescu", "Matas|b|Rasa|Petrauskas", "Kristina|g|Daiva|Jankauskas",
            "Nikola|b|Desislava|Georgiev", "Taras|b|Oksana|Bondarenko", "Sofiya|g|Iryna|Melnyk",
            "Emre|b|Elif|Demir", "Defne|g|Zeynep|Aydın", "Tiago|b|Catarina|Ferreira", "Beatriz|g|Inês|Carvalho",
            "Mateo|b|Lucía|Navarro", "Luca|b|Chiara|Ricci", "Eleni|g|Katerina|Ioannou", "Jun|b|Xiu|Huang",
            "Lan|g|Hoa|Pham", "Minh|b|Linh|Tran", "Kiara|g|Shanice|Campbell", "Jermaine|b|Tanisha|Wilmot",
            "Aaliyah|g|Keisha|Beckford", "Oisín|b|Gráinne|Gallagher", "Caoimhe|g|Aoife|Brennan",
            "Macsen|b|Lowri|Pritchard", "Ffion|g|Bethan|Prosser", "Hamish|b|Morag|Drummond",
            "Patrick|b|Bridget|Connors", "Shauna|g|Kathleen|Doran", "Levi|b|Devorah|Friedmann",
            "Pedro|b|Marisol|Vega", "Aleksander|b|Joanna|Wrona", "Yasmin|g|Leila|Hosseini",
        }.Select(Read),
    ];

    private static EighthKin Read(string line)
    {
        var parts = line.Split('|');
        return new EighthKin(parts[0], parts[1] == "b", parts[2], parts[3]);
    }
}
