namespace MashBroker.Testing.Leaks;

/// <summary>Streets, towns with the letters of their postcodes, and names of houses where people hide.</summary>
internal static class EighthPlaces
{
    public static readonly IReadOnlyList<string> Streets =
    [
        "Alma Road", "Station Road", "Church Lane", "Park Avenue", "School Lane", "High Street", "Mill Lane",
        "Orchard Way", "King Street", "Victoria Terrace", "St John's Road", "Queen's Crescent", "Bishop's Walk",
        "Nightingale Close", "Acacia Avenue", "Cowper Gardens", "Market Place", "Long Row", "Chapel Hill",
        "Windmill Rise", "Hawthorn Drive", "Bluebell Close", "Kestrel Way", "Trafalgar Street", "Wellington Place",
        "Cromwell Road", "Balmoral Drive", "Sandringham Close", "Gladstone Street", "Palmerston Road",
        "St Mary's Street", "St Andrew's Close", "Lower Green Lane", "Old Forge Court", "Tanners Row",
        "Weavers Croft", "Saddlers Mews", "Coopers Yard", "Ploughman's Way", "Shepherds Hill", "Rectory Road",
        "Vicarage Gardens", "Priory Crescent", "Abbey Road", "Minster Close", "Harbour View Road", "Beach Road",
        "Dunes Drive", "Canal Street", "Lock Keeper's Lane", "Tollgate Road", "Drovers Way", "Foxglove Road",
        "Primrose Hill Road", "Lavender Walk", "Juniper Crescent", "Larkspur Gardens", "Elm Grove", "Oakfield Road",
        "Beechwood Avenue", "Ashdown Drive", "Sycamore Close", "Cedar Road", "Maple Street", "Rowan Avenue",
        "Whitebeam Close", "Ferndale Road", "Glenmore Drive", "Lomond Crescent", "Tweed Street", "Severn Road",
        "Trent Avenue", "Avon Close", "Medway Drive", "Humber Street", "Tamar Road", "Edinburgh Road",
        "Durham Street", "Lincoln Avenue", "Norwich Road",
    ];

    /// <summary>Where the families and those who refer live.</summary>
    public static readonly IReadOnlyList<string> Towns =
    [
        "Northampton|NN", "Kettering|NN", "Corby|NN", "Wellingborough|NN", "Romford|RM", "Hornchurch|RM",
        "Upminster|RM", "Bootle|L", "Crosby|L", "Maghull|L", "Southport|PR", "Bletchley|MK", "Wolverton|MK",
        "Newport Pagnell|MK", "Olney|MK", "Fareham|PO", "Gosport|PO", "Havant|PO", "Eastleigh|SO", "Andover|SP",
        "Basingstoke|RG", "Winchester|SO",
    ];

    /// <summary>Where people hide: far enough away, some of them ordinary words.</summary>
    public static readonly IReadOnlyList<string> FarTowns =
    [
        "Reading|RG", "Rugby|CV", "Bath|BA", "Sale|M", "Deal|CT", "Wells|BA", "Bedford|MK", "Luton|LU",
        "Chelmsford|CM", "Preston|PR", "Wigan|WN", "Banbury|OX", "Salisbury|SP", "Poole|BH", "Derby|DE",
        "Shrewsbury|SY", "Grantham|NG", "Kidderminster|DY", "Stevenage|SG", "Lowestoft|NR",
    ];

    public static readonly IReadOnlyList<string> ProtectedNames =
    [
        "Larch Court", "Orchard Cottage", "Bramble House", "Flintlock Court", "Gatekeeper's Lodge", "Kingfisher Court",
        "Tamarisk House", "Mulberry Cottage", "Westgate Court", "Lapwing House", "Quarry Cottage", "Fennel Court",
        "Marlborough Court", "Hillcrest", "Greenways", "Pendle Court", "Thistledown", "Weir Cottage",
    ];

    public static readonly IReadOnlyList<string> RefugeNames =
    [
        "Juniper House", "The Haven", "Phoenix House", "Sanctuary Lodge", "Hope House", "Lotus House", "Safe Harbour",
        "The Willows", "Rowan Lodge", "Dove Cottage", "Beacon House", "Aurora House", "Swan House", "New Dawn House",
        "Emmeline House", "Sojourner Place", "Magnolia Lodge", "Seacole House",
    ];
}
