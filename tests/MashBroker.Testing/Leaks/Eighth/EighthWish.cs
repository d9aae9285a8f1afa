namespace MashBroker.Testing.Leaks;

/// <summary>What a generator wants of the next family.</summary>
/// <param name="Likeness">
/// Of a hundred neighbours, how many live in the family's own street; of a hundred relatives, how many bear its name.
/// </param>
internal sealed record EighthWish(EighthHiding Hiding = EighthHiding.Nobody, int Likeness = 0);
