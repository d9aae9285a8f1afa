using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Correlation.Packs;

// The people of the enquiry as the hub described them, and where agencies contradict each other.
internal sealed partial class PackPage
{
    private void Subjects()
    {
        _page.Element("h2", "Subjects and household").Line();
        _page.Table(
            "People of this enquiry, as the contact describes them",
            ["Person", "Role", "Born", "Addresses", "Numbers", "Warnings"],
            _pack.Subjects.Select(subject =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => Names(page, subject),
                        page =>
                            page.Text(Words.Of(subject.Role))
                                .Text(subject.Relationship is null ? "" : ", ")
                                .Words(subject.Relationship),
                        page => page.Text(Born(subject)),
                        page => Each(page, subject.Addresses, Address),
                        page =>
                            Each(page, subject.Identifiers, number => $"{Words.OfCode(number.Scheme)} {number.Value}"),
                        page => Each(page, subject.Warnings, warning => warning),
                    ]
            )
        );
    }

    private static void Names(Page page, Subject subject)
    {
        page.Text($"{subject.Code} ");
        for (var i = 0; i < subject.Names.Count; i++)
        {
            page.Text(
                i == 0 ? ""
                : subject.Names[i].Use is NameUse.Alias ? "; also known as "
                : "; previously "
            );
            page.Words(People.Name(subject.Names[i]));
        }

        page.Text(subject.Gender is null ? "" : $", {subject.Gender}");
    }

    private void Contradictions()
    {
        _page.Element("h2", "Where agencies contradict each other").Line();
        if (_pack.Contradictions.Count == 0)
        {
            _page.Element("p", "None found among the facts that agencies stated.").Line();
            return;
        }

        _page.Table(
            "Facts stated with nothing in common",
            ["Person", "Fact", "Who says what"],
            _pack.Contradictions.Select(each =>
                (IReadOnlyList<Action<Page>>)
                    [
                        page => page.Words(_names.GetValueOrDefault(each.Subject, each.Subject)),
                        page => page.Text(Words.OfCode(each.Field)).Text(each.Note is { } note ? $": {note}" : ""),
                        page =>
                            page.List(
                                each.Claims.Select(claim =>
                                    $"{claim.ByName}: {Value(each.Field, claim)}"
                                    + (claim.Source is { } source ? $" ({source.System} {source.RecordId})" : "")
                                )
                            ),
                    ]
            )
        );
    }

    private static string Value(string field, Claim claim) =>
        field is Packs.Contradictions.DateOfBirth or Packs.Contradictions.LastSeen
        && StatedValue.Date(claim.Value) is { } date
            ? HubTime.Say(date)
            : claim.Value;

    private static string Born(Subject subject) =>
        subject switch
        {
            { DateOfBirth: { } born } => HubTime.Say(born)
                + (
                    subject.DateOfBirthQuality is DateQuality.Stated
                        ? ""
                        : $" ({subject.DateOfBirthQuality.ToString().ToLowerInvariant()})"
                ),
            { ExpectedDelivery: { } expected } => $"Expected {HubTime.Say(expected)}",
            _ => "Not known",
        };

    private static string Address(Address address)
    {
        var text =
            address.Protected ? "Protected: not shown in a pack"
            : address.NoFixedAddress ? "No fixed address"
            : string.Join(", ", address.Lines.Append(address.Postcode ?? "").Where(line => line.Length > 0));
        var from = address.From is { } since ? $" from {HubTime.Say(since)}" : "";
        var to = address.To is { } until ? $" to {HubTime.Say(until)}" : "";
        return text + from + to;
    }
}
