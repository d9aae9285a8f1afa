namespace MashBroker.Testing.Leaks;

/// <summary>Members of the public who refer, and how people speak of them.</summary>
internal static class EighthRoles
{
    public static readonly IReadOnlyList<EighthRole> All =
    [
        .. EighthKinRoles.All,
        new(
            "Neighbour",
            EighthGroup.Near,
            null,
            ["the neighbour", "a neighbour", "the next-door neighbour", "one of the neighbours", "their neighbour"],
            [
                "the {lady} two doors along",
                "the {woman} from the house next door",
                "the {woman} on the other side of the party wall",
                "somebody who lives across the road from them",
                "the {woman} whose garden backs on to theirs",
                "the {lady} opposite",
            ]
        ),
        new(
            "Upstairs neighbour",
            EighthGroup.Near,
            null,
            ["the upstairs neighbour", "a neighbour from the flat above", "the neighbour upstairs"],
            [
                "the {woman} in the flat overhead",
                "the {woman} who lives one floor up from them",
                "the tenant of the flat above",
                "the {lady} living right above the family",
            ]
        ),
        new(
            "Former neighbour",
            EighthGroup.Former,
            null,
            ["a former neighbour", "their old neighbour", "an ex-neighbour"],
            [
                "the {woman} who lived next door to them until the spring",
                "somebody who used to live in the same close as the family",
                "the {woman} who had the house beside theirs before moving away",
            ]
        ),
        new(
            "Family friend",
            EighthGroup.Friend,
            null,
            ["a family friend", "a friend of the family", "the family friend"],
            [
                "somebody {mother} has been close to for years",
                "{mother}'s best mate",
                "the {woman} {mother} goes to with her troubles",
                "the {woman} {child} calls {auntie} though {rhe} is no relation",
            ]
        ),
        new(
            "Friend of the mother",
            EighthGroup.Friend,
            null,
            ["a friend of {mother}'s", "the mother's friend", "one of mum's friends"],
            [
                "the pal {mother} goes to bingo with",
                "somebody {mother} has known since they were at school together",
                "the {woman} {mother} has coffee with most mornings",
            ]
        ),
        new(
            "Babysitter",
            EighthGroup.InHouse,
            null,
            ["the babysitter", "the family's babysitter", "a baby-sitter they use"],
            [
                "the {woman} who minds {child} on Friday nights",
                "the student who sits for them when {mother} goes out",
                "the {woman} {mother} pays to stay with {child} of an evening",
            ]
        ),
        new(
            "Childminder",
            EighthGroup.InHouse,
            null,
            ["the childminder", "{child}'s childminder", "{child}'s minder"],
            [
                "the {woman} who has {child} after school until tea",
                "the {woman} {mother} pays to look after {child} while she works",
                "the {woman} who collects {child} and keeps {him} until six",
            ]
        ),
        new(
            "Cleaner",
            EighthGroup.InHouse,
            null,
            ["the cleaner", "the family's cleaner", "the {woman} who cleans for them"],
            ["the {woman} who does the cleaning there on Thursdays", "the {woman} who comes in to do the floors"]
        ),
        new(
            "Lodger",
            EighthGroup.InHouse,
            null,
            ["the lodger", "{mother}'s lodger", "a lodger in the house"],
            [
                "the {woman} who rents the box room",
                "the {woman} {mother} lets the spare room to",
                "the {woman} who pays {mother} for the back bedroom",
            ]
        ),
        new(
            "Landlord",
            EighthGroup.Landlord,
            false,
            ["the landlord", "the private landlord", "{mother}'s landlord"],
            [
                "the man they pay their rent to",
                "the owner of the house they rent",
                "the man who lets the house to {mother}",
            ]
        ),
        new(
            "Landlady",
            EighthGroup.Landlord,
            true,
            ["the landlady", "their landlady"],
            ["the woman who owns the place they rent", "the woman {mother} owes the rent to"]
        ),
        .. EighthPublicRoles.All,
    ];
}
