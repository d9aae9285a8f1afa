namespace MashBroker.Testing.Leaks;

/// <summary>A role of a member of the public, and how a note may name it.</summary>
/// <param name="Form">As the contact form has it.</param>
/// <param name="Female">Null: either.</param>
/// <param name="Direct">Noun phrases that use the word itself, or a common short form of it.</param>
/// <param name="Roundabout">Noun phrases that say the same in other words.</param>
internal sealed record EighthRole(
    string Form,
    EighthGroup Group,
    bool? Female,
    IReadOnlyList<string> Direct,
    IReadOnlyList<string> Roundabout
);
