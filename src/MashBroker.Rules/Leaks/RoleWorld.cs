namespace MashBroker.Rules;

/// <summary>Where and how somebody of a role meets a family.</summary>
/// <param name="Met">What they do and see, said of somebody who is not named.</param>
/// <param name="Places">What is theirs: "her class", "his cab".</param>
/// <param name="Own">What nobody else says, whoever does it.</param>
internal sealed record RoleWorld(
    IReadOnlyList<RoleTerms> Met,
    IReadOnlyList<RoleTerms> Places,
    IReadOnlyList<RoleTerms> Own
)
{
    public bool IsEmpty => Met.Count == 0;

    public static RoleWorld Of(IReadOnlyList<RoleWorld> worlds) =>
        new(
            [.. worlds.SelectMany(world => world.Met)],
            [.. worlds.SelectMany(world => world.Places)],
            [.. worlds.SelectMany(world => world.Own)]
        );
}
