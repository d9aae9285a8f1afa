namespace MashBroker.Testing.Leaks;

/// <summary>Professionals, who are named, and the places they work in.</summary>
internal static class EighthProfessionals
{
    public static readonly IReadOnlyList<string> Schools =
    [
        "Ridgeway Primary School",
        "Brookside Academy",
        "Holy Trinity C of E Primary",
        "Meadowbank Junior School",
        "Lark Rise Academy",
        "The Grange Primary School",
        "Our Lady's RC Primary",
        "Eastbrook School",
        "Parkside Primary School",
        "Kingsmead Junior School",
        "Mill Lane Infants",
        "Greenfield Primary School",
        "Woodlands Academy",
        "Castle View School",
    ];

    public static readonly IReadOnlyList<string> Teachers =
    [
        "Mrs Attwell",
        "Mr Bannerman",
        "Miss Colclough",
        "Ms Dunwoody",
        "Mr Eversley",
        "Mrs Fotheringham",
        "Miss Gaskell",
        "Mr Havering",
        "Mrs Ingleby",
        "Ms Jessop",
    ];

    public static readonly IReadOnlyList<string> Doctors =
    [
        "Dr Kapoor",
        "Dr Lindqvist",
        "Dr Mukherjee",
        "Dr Netherton",
        "Dr Ormerod",
        "Dr Pattinson",
        "Dr Rahimi",
    ];

    public static readonly IReadOnlyList<string> HealthVisitors =
    [
        "Carole Stavely",
        "Anita Tranter",
        "Gwen Underhill",
        "Lorraine Venables",
        "Sunniva Walmsley",
    ];

    public static readonly IReadOnlyList<string> Officers =
    [
        "PC Abernethy",
        "PC 4417 Copeland",
        "DC Dalrymple",
        "PS Eccleston",
        "PC Farquhar",
        "PCSO Goodall",
    ];

    public static readonly IReadOnlyList<string> Workers =
    [
        "Tamsin Hallworth",
        "Osman Irwin",
        "Lydia Jarrold",
        "Nigel Kershaw",
        "Rowena Loxley",
        "Farah Mottram",
    ];

    public static readonly IReadOnlyList<string> Hospitals =
    [
        "the General Hospital",
        "the Royal Infirmary",
        "the county hospital",
        "the children's ward",
    ];
}
