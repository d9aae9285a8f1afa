using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// The last look at texts before they leave: whether they tell who a member of the public is that referred, or where somebody is
/// whose address is protected. Where it errs, it errs to stopping; a person may override it. Pure; safe for several threads.
/// </summary>
public sealed class LeakCheck
{
    private readonly IReadOnlyList<LeakSeeker> _anywhere;
    private readonly IReadOnlyList<LeakSeeker> _inProse;

    private LeakCheck(IReadOnlyList<LeakSeeker> anywhere, IReadOnlyList<LeakSeeker> inProse) =>
        (_anywhere, _inProse) = (anywhere, inProse);

    /// <param name="withheld">Who referred, where the contact itself says it no more.</param>
    public static LeakCheck Of(Contact contact, Referrer? withheld = null)
    {
        var referrer = withheld ?? contact.Referrer;
        var known = new ReferrerProtection(contact with { Referrer = referrer }).People;
        var names = new LeakNames(
            known.Select(person => person.Names.SelectMany(name => new[] { name.Given, name.Family }))
        );
        var addresses = contact.People.SelectMany(person => person.Addresses).ToArray();
        var hidden = addresses.Where(address => address.Protected).ToArray();
        var places = new ProtectedPlaces(contact.People);
        var open = known
            .SelectMany(person => person.Addresses)
            .Where(address => !places.Hide(address).Protected)
            .ToArray();
        var anywhere = new List<LeakSeeker>(new HiddenPlaces(LeakKind.ProtectedAddress, hidden, open, names).Seekers())
        {
            new DigitSeeker(LeakKind.ProtectedAddress, PropertyNumbers(hidden), shortest: 8),
        };
        var inProse = new List<LeakSeeker> { new RefugeSeeker(hidden.Length > 0) };
        if (referrer.Kind == ReferrerKind.MemberOfPublic)
        {
            AddReferrer(referrer, known, open, names, anywhere, inProse);
        }

        return new LeakCheck(anywhere, inProse);
    }

    /// <summary>Never throws: a text that cannot be checked is a finding.</summary>
    public LeakReport Look(IEnumerable<OutgoingText> texts)
    {
        OutgoingText[] all = [.. texts];
        return LeakReport.Of([.. all.SelectMany(Look)], all);
    }

    private IEnumerable<LeakFinding> Look(OutgoingText text)
    {
        if (text.Text.Length == 0)
        {
            return [];
        }

        try
        {
            var read = new ReadText(text.Text);
            var seekers = text.IsField ? _anywhere : _anywhere.Concat(_inProse);
            return
            [
                .. seekers
                    .SelectMany(seeker => seeker.Seek(read, text.Path))
                    .Distinct()
                    .OrderBy(finding => finding.Start)
                    .ThenBy(finding => finding.Kind),
            ];
        }
        // Whatever goes wrong in here, the text must not leave because of it.
        catch (Exception)
        {
            return [new LeakFinding(LeakKind.NotChecked, text.Path, 0, text.Text.Length)];
        }
    }

    private static void AddReferrer(
        Referrer referrer,
        IReadOnlyList<Subject> known,
        IReadOnlyList<Address> open,
        LeakNames names,
        List<LeakSeeker> anywhere,
        List<LeakSeeker> inProse
    )
    {
        var name = new NameOfReferrer(referrer.Name);
        if (!name.IsEmpty)
        {
            anywhere.Add(new NameSeeker(name, names));
            anywhere.Add(new BrokenNameSeeker(name, names));
            inProse.Add(new InitialsSeeker(name));
        }

        anywhere.Add(
            new DigitSeeker(LeakKind.ReferrerTelephone, DigitSeeker.Telephones(referrer.Telephone), shortest: 6)
        );
        if (referrer.Email is { Length: > 0 } email)
        {
            anywhere.Add(new MailSeeker(email));
        }

        if (referrer.Address is { } address)
        {
            anywhere.AddRange(new HiddenPlaces(LeakKind.ReferrerAddress, [address], open, names).Seekers());
            anywhere.Add(new DigitSeeker(LeakKind.ReferrerAddress, PropertyNumbers([address]), shortest: 8));
        }

        inProse.Add(
            new RoleSeeker(
                [referrer.Role, referrer.Relationship],
                known.Select(person => person.Relationship).OfType<string>(),
                [
                    .. known
                        .Where(person =>
                            person.Role is SubjectRole.Parent or SubjectRole.Carer or SubjectRole.OtherAdult
                        )
                        .SelectMany(person => person.Names)
                        .SelectMany(name => LeakNames.Parts(name.Given))
                        .Distinct(),
                ]
            )
        );
        inProse.Add(new CircumstanceSeeker($"{referrer.Role} {referrer.Relationship}", names));
        inProse.Add(
            new TellingSeeker(
                names,
                LeakNames.Parts(referrer.Name),
                new Tellers(KinMayRefer(referrer), RoleWords.OfHousehold(referrer.Role ?? referrer.Relationship))
            )
        );
    }

    // Nobody's aunt can be told from another's by how she is called; and who says nothing of who they are may be one.
    private static bool KinMayRefer(Referrer referrer)
    {
        string[] roles = [.. new[] { referrer.Role, referrer.Relationship }.OfType<string>().SelectMany(RoleWords.Of)];
        return roles.Length == 0 || roles.Any(role => role.Split(' ').Any(People.WiderKin.Contains));
    }

    private static IReadOnlyList<string> PropertyNumbers(IEnumerable<Address> addresses) =>
        [
            .. addresses
                .Select(address => new PlaceTerms(address).PropertyNumber)
                .OfType<string>()
                .Where(number => number.Length >= 6),
        ];
}
