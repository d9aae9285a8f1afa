namespace MashBroker.Testing.Leaks;

/// <summary>Sentences that tell where the refuge is.</summary>
internal static class EighthRefugeFrames
{
    public static readonly IReadOnlyList<string> All =
    [
        "{Mother} and {child} were taken to the refuge at {hid}.",
        "The refuge is at {hid}.",
        "They are safe at {hid}, where staff are on duty at night.",
        "Refuge address for the file: {hid}.",
        "The IDVA drove them to {hid} on {date}.",
        "Visits to {child} take place at {hid}.",
        "Post for {mother}: c/o the refuge, {hid}.",
        "{Mother}'s room is on the first floor at {hid}.",
        "A taxi is booked from {hid} to {school} each morning.",
        "The worker from the refuge, {hid}, will join by telephone.",
        "{Child} has settled at {hid} and shares a room with {mother}.",
        "{Mother} left him on {date} and has been at {hid} ever since.",
        "Bed space was found at {hid}.",
        "Delivery of the cot to {hid} has been arranged.",
        "{Mother} has been staying at {hidname} since {date}.",
        "{Hidname} has taken them in.",
        "The key worker at {hidname} describes {child} as anxious.",
        "Staff of {hidname} say that {mother} cries at night.",
        "They were found places in {hidname} by the helpline.",
        "{Child} is doing {his} homework in the playroom of {hidname}.",
        "{Mother} can stay in {hidname} for six months.",
        "Placement: {hidname}, {hidtown}.",
        "The women's refuge is in {hidstreet}.",
        "{Mother} walks {child} from the refuge in {hidstreet} to the bus.",
        "The safe house stands in {hidstreet}, {hidtown}, behind a locked gate.",
        "A place of safety was offered in {hidstreet} and {mother} took it.",
        "Refuge postcode {hidpc}.",
        "The refuge can be found by its postcode, {hidpc}.",
        "{Child}'s temporary address, a refuge, is in {hidpc}.",
        "UPRN of the refuge: {uprn}.",
        "The refuge is recorded under {uprn} in the gazetteer.",
        "They are in the refuge in {hidtown}.",
        "{Mother} and {child} went into a women's refuge in {hidtown} on {date}.",
        "The refuge he must not hear of is the one in {hidtown}.",
    ];
}
