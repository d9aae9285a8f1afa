using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>An act that is not this person's by the hub's rules: refused, unless they say why it is theirs now.</summary>
/// <param name="Path">Of the field that says so.</param>
/// <param name="From">The rule, by its code in <see cref="DepartureFrom"/>.</param>
public sealed record NotTheirs(string Path, string Fault, string From)
{
    /// <summary>Somebody says why they do what is theirs to do.</summary>
    public static FieldFault Theirs { get; } =
        new("departsFromRole", "is given, and this is theirs to do by the hub's rules", "Leave it out.");

    private const string Remedy =
        "Let them do it, state their role as the hub does, or say in departsFromRole why somebody else does.";

    /// <param name="why">Why somebody else does it; blank where nobody says.</param>
    /// <param name="by">Null where it could not be read: there is a fault of that already, and nothing goes on record.</param>
    /// <returns>What is refused, or what goes on record beside the act: never both.</returns>
    public static (IReadOnlyList<FieldFault> Faults, IReadOnlyList<Departure> Departures) Settle(
        IEnumerable<NotTheirs> acts,
        string? by,
        string role,
        string? why
    )
    {
        NotTheirs[] all = [.. acts];
        return string.IsNullOrWhiteSpace(why)
                ? ([.. all.Select(act => new FieldFault(act.Path, act.Fault, Remedy))], [])
            // A reason that nothing asks for would be lost without a word.
            : all.Length == 0 ? (role.Length == 0 ? [] : [Theirs], [])
            : by is null ? ([], [])
            : (
                [],
                [
                    .. all.Select(act => new Departure
                    {
                        By = by,
                        Role = role,
                        From = act.From,
                        Reason = why.Trim(),
                    }),
                ]
            );
    }
}
