namespace MashBroker.Testing.Leaks;

/// <summary>People who meet the family through a trade, a club, the school gate, work or by chance.</summary>
internal static class EighthPublicRoles
{
    public static readonly IReadOnlyList<EighthRole> All =
    [
        new(
            "Shopkeeper",
            EighthGroup.Trade,
            null,
            ["the shopkeeper", "a local shopkeeper", "the shop owner"],
            [
                "the {woman} behind the counter at the corner shop",
                "the {woman} who runs the shop on the parade",
                "the {woman} they buy their milk from",
            ]
        ),
        new(
            "Taxi driver",
            EighthGroup.Trade,
            null,
            ["the taxi driver", "a taxi driver", "the cab driver"],
            [
                "the {woman} who drove them home from town in {rhis} cab",
                "the {woman} at the wheel of the minicab they took",
            ]
        ),
        new(
            "Delivery driver",
            EighthGroup.Trade,
            null,
            ["the delivery driver", "a delivery driver", "the courier"],
            [
                "the {woman} who brings their parcels",
                "the {woman} from the supermarket van who carries in their shopping",
            ]
        ),
        new(
            "Postman",
            EighthGroup.Trade,
            false,
            ["the postman", "their postman", "the local postie"],
            ["the man who brings their letters", "the man who does the post round there"]
        ),
        new(
            "Window cleaner",
            EighthGroup.Trade,
            null,
            ["the window cleaner", "their window cleaner"],
            ["the {woman} who does their windows", "the {woman} who goes round there with the ladder and bucket"]
        ),
        new(
            "Hairdresser",
            EighthGroup.Trade,
            null,
            ["the hairdresser", "{mother}'s hairdresser"],
            ["the {woman} who cuts {mother}'s hair", "the {woman} at the salon where {mother} has her hair done"]
        ),
        new(
            "Football coach",
            EighthGroup.Club,
            null,
            ["the football coach", "{child}'s football coach", "the coach of {child}'s team"],
            [
                "the {woman} who runs the under-nines on Saturday mornings",
                "the volunteer who trains {child}'s team",
                "the {woman} who takes {child} for football",
            ]
        ),
        new(
            "Cub leader",
            EighthGroup.Club,
            null,
            ["the cub leader", "{child}'s cub leader", "a leader from the cub pack"],
            ["the volunteer known to the pack as Akela", "the {woman} who runs the cub pack on Wednesdays"]
        ),
        new(
            "Member of the same church",
            EighthGroup.Club,
            null,
            ["a member of their church", "a fellow churchgoer", "a church member"],
            [
                "the {woman} who sits in the next pew on Sundays",
                "somebody from the same congregation",
                "the {woman} who does the teas after the Sunday service",
            ]
        ),
        new(
            "Parent of a school friend",
            EighthGroup.Gate,
            null,
            ["another parent", "a parent from the school gate", "the {mum} of a school friend", "a fellow parent"],
            [
                "the {mum} whose son sits next to {child} in class",
                "the {mum} who stands with {mother} at pick-up",
                "the {mum} of one of {child}'s classmates",
            ]
        ),
        new(
            "Colleague of the mother",
            EighthGroup.Work,
            null,
            ["a colleague of {mother}'s", "a work colleague of the mother", "a co-worker"],
            [
                "the {woman} who shares {mother}'s shifts",
                "the {woman} {mother} works alongside",
                "somebody from the place where {mother} works",
            ]
        ),
        new(
            "Passer-by",
            EighthGroup.Passer,
            null,
            ["a passer-by", "a passer by", "the passer-by"],
            [
                "somebody out with the dog that morning",
                "a {woman} who happened to be walking past the house",
                "a stranger who was going by on foot",
            ]
        ),
        new(
            "Dog walker",
            EighthGroup.Passer,
            null,
            ["a dog walker", "the dog-walker", "a local dog walker"],
            ["the {woman} who takes {rhis} dog past there each morning", "somebody who was out with {rhis} spaniel"]
        ),
    ];
}
