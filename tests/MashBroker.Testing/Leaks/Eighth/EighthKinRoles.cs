namespace MashBroker.Testing.Leaks;

/// <summary>Relatives, and the partner or parent who lives elsewhere.</summary>
internal static class EighthKinRoles
{
    public static readonly IReadOnlyList<EighthRole> All =
    [
        new(
            "Grandmother",
            EighthGroup.Kin,
            true,
            ["the grandmother", "{child}'s grandmother", "{child}'s nan", "the maternal grandmother", "MGM", "gran"],
            ["{mother}'s mother", "{mother}'s own mum", "the woman who brought {mother} up", "the mother's mother"]
        ),
        new(
            "Grandfather",
            EighthGroup.Kin,
            false,
            ["the grandfather", "{child}'s grandad", "the maternal grandfather", "MGF", "grandpa"],
            ["{mother}'s father", "{mother}'s own dad", "the mother's father"]
        ),
        new(
            "Paternal grandmother",
            EighthGroup.Kin,
            true,
            ["the paternal grandmother", "PGM", "{child}'s other nan", "the grandmother on the father's side"],
            ["the mother of {child}'s dad", "{child}'s dad's mum", "{mother}'s mother-in-law"]
        ),
        new(
            "Aunt",
            EighthGroup.Kin,
            true,
            ["the aunt", "{child}'s aunt", "{child}'s auntie", "the maternal aunt"],
            ["{mother}'s sister", "the mother's elder sister", "{mother}'s big sister"]
        ),
        new(
            "Uncle",
            EighthGroup.Kin,
            false,
            ["the uncle", "{child}'s uncle", "an uncle of {child}'s", "the maternal uncle"],
            ["{mother}'s brother", "the mother's younger brother", "{mother}'s kid brother"]
        ),
        new(
            "Great-aunt",
            EighthGroup.Kin,
            true,
            ["the great-aunt", "{child}'s great-aunt", "a great aunt of {child}'s"],
            ["{mother}'s aunt", "{mother}'s auntie", "the sister of {mother}'s mum"]
        ),
        new(
            "Cousin",
            EighthGroup.Kin,
            null,
            ["a cousin", "{mother}'s cousin", "a cousin of the mother"],
            ["the {woman} whose mother and {mother}'s mother are sisters"]
        ),
        new(
            "Sister",
            EighthGroup.Kin,
            true,
            ["the older sister", "{child}'s adult sister", "{child}'s grown-up sister"],
            ["{mother}'s eldest daughter", "{mother}'s grown-up daughter"]
        ),
        new(
            "Godmother",
            EighthGroup.Friend,
            true,
            ["the godmother", "{child}'s godmother", "{child}'s godparent"],
            ["the woman who stood godparent to {child}", "the woman who held {child} at the font"]
        ),
        new(
            "Father",
            EighthGroup.Estranged,
            false,
            ["the father", "{child}'s dad", "the birth father", "{child}'s non-resident father"],
            [
                "the man {mother} left last year",
                "the parent {child} sees at weekends",
                "{mother}'s ex and {child}'s other parent",
            ]
        ),
        new(
            "Ex-partner",
            EighthGroup.Estranged,
            false,
            ["the ex-partner", "{mother}'s ex", "mum's ex-boyfriend", "a former partner of {mother}'s"],
            [
                "the man who used to live there with {mother}",
                "the man {mother} was with before",
                "the man {mother} split up with in the spring",
            ]
        ),
    ];
}
