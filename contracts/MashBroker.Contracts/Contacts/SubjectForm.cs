using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Contacts;

/// <summary>The part of a contact's form that describes one person.</summary>
internal sealed class SubjectForm(FaultList warnings, DateTimeOffset now)
{
    private const int NameLimit = 20;
    private const int AddressLimit = 20;
    private const int LineLimit = 10;
    private const int TelephoneLimit = 10;
    private const int IdentifierLimit = 20;
    private const int AdultAge = 18;

    // A birth is rarely more than six weeks late, and nobody is told of one ten months ahead.
    private const int DaysOverdue = 42;
    private const int DaysAhead = 300;

    private static readonly IReadOnlyList<string> Genders = ["female", "male", "other", "unknown"];

    public Subject Read(FormObject form)
    {
        var role = form.Word<SubjectRole>("role", required: true) ?? default;
        // Accepted because the written form of a contact has it, and made afresh: the door's own judgement stands.
        form.Skip("warnings");
        var found = new List<string>();
        var person = new Subject
        {
            Code = form.Text("code", TextLimit.Code) ?? "",
            Role = role,
            Names = form.Objects("names", NameLimit, ReadName, required: role is not SubjectRole.UnbornChild),
            DateOfBirth = form.Date("dateOfBirth", latest: ContactForm.LatestToday(now)),
            DateOfBirthQuality = form.Word<DateQuality>("dateOfBirthQuality") ?? default,
            ExpectedDelivery = form.Date("expectedDelivery"),
            Gender = form.Code("gender", Genders),
            Addresses = form.Objects("addresses", AddressLimit, address => ReadAddress(address, found)),
            Telephones = form.Texts("telephones", TelephoneLimit, TextLimit.Telephone),
            Identifiers = form.Objects("identifiers", IdentifierLimit, number => ReadIdentifier(number, found)),
            Relationship = form.Text("relationship", TextLimit.Line),
        };
        CheckDates(person, form, found);
        return person with { Warnings = found };
    }

    private static PersonName ReadName(FormObject form)
    {
        var name = new PersonName
        {
            Given = form.Text("given", TextLimit.Name) ?? "",
            Family = form.Text("family", TextLimit.Name) ?? "",
            Use = form.Word<NameUse>("use") ?? default,
        };
        if (name is { Given: "", Family: "" } && !form.HasFaultIn("given", "family"))
        {
            form.Fault("given", "is missing, and so is family", "Give at least one of the two");
        }

        return name;
    }

    private void CheckDates(Subject person, FormObject form, List<string> found)
    {
        if (person.Role == SubjectRole.UnbornChild)
        {
            if (person.DateOfBirth is not null)
            {
                form.Fault("dateOfBirth", "is given for an unborn child", "Leave it out, or write role child");
            }

            if (person.ExpectedDelivery is null && !form.HasFaultIn("expectedDelivery"))
            {
                form.Fault("expectedDelivery", "is missing", $"Give {Wanted.Date}; the best estimate will do");
            }
        }
        else if (person.ExpectedDelivery is not null && person.Role != SubjectRole.None)
        {
            form.Fault(
                "expectedDelivery",
                "is given for somebody who is born",
                "Leave it out, or write role unborn-child"
            );
        }

        var today = ContactForm.LatestToday(now);
        if (person.ExpectedDelivery is { } due && (due < today.AddDays(-DaysOverdue) || due > today.AddDays(DaysAhead)))
        {
            Warn(form, "expectedDelivery", "Expected delivery: is far from today", "Check the year", found);
        }

        if (person is { Role: SubjectRole.Child, DateOfBirth: { } born } && born.AddYears(AdultAge) <= today)
        {
            Warn(form, "dateOfBirth", "Date of birth: makes the child an adult", "Check the year", found);
        }
    }

    internal Address ReadAddress(FormObject form, List<string> found)
    {
        var address = new Address
        {
            Lines = form.Texts("lines", LineLimit, TextLimit.Line),
            Postcode = form.Text("postcode", TextLimit.Code),
            Uprn = form.Text("uprn", TextLimit.Code),
            NoFixedAddress = form.Flag("noFixedAddress"),
            Protected = form.Flag("protected"),
            From = form.Date("from"),
            To = form.Date("to"),
        };
        var isPlace = address.Lines.Count > 0 || address.Postcode is not null || address.Uprn is not null;
        if (address.NoFixedAddress && isPlace)
        {
            form.Fault("noFixedAddress", "is true beside a place", "Give the place as an address of its own");
        }
        else if (
            address is { NoFixedAddress: false, Protected: false }
            && !isPlace
            && !form.HasFaultIn("lines", "postcode", "uprn", "noFixedAddress", "protected")
        )
        {
            form.Fault("lines", "is missing", "Give lines, a postcode or a UPRN, or noFixedAddress true");
        }

        if (address.Uprn is not null && !Uprn.TryParse(address.Uprn, out _))
        {
            form.Fault("uprn", "is not a well-formed UPRN", "Give up to twelve digits without leading zeros");
        }

        // Families come from elsewhere: a foreign postcode is kept as it is.
        if (address.Postcode is not null && !Postcode.TryParse(address.Postcode, out _))
        {
            const string Remedy = "Check it; a British one has a space before its last three characters";
            Warn(form, "postcode", "Postcode: is not a British one", Remedy, found);
        }

        if (address.To < address.From)
        {
            form.Fault("to", "is before from", "Give the last day at this address");
        }

        return address;
    }

    private Identifier ReadIdentifier(FormObject form, List<string> found)
    {
        var scheme = form.Text("scheme", TextLimit.Code, required: true) ?? "";
        var value = form.Text("value", TextLimit.Identifier, required: true) ?? "";
        if (IdentifierForm.ByScheme.TryGetValue(scheme, out var known))
        {
            Judge(known, value, form, found);
        }
        else if (scheme is not ("" or IdentifierScheme.LocalAuthorityChildId))
        {
            var schemes = string.Join(
                ", ",
                IdentifierForm.ByScheme.Keys.Append(IdentifierScheme.LocalAuthorityChildId)
            );
            Warn(form, "scheme", "Identifier: its scheme is not known", $"Known are {schemes}", found);
        }

        return new Identifier(scheme, value);
    }

    private void Judge(IdentifierForm known, string value, FormObject form, List<string> found)
    {
        switch (known.Judge(value))
        {
            case Form.Malformed when value.Length > 0:
                form.Fault(
                    "value",
                    $"is not a well-formed {known.Name}",
                    $"Give {known.Example}, or leave the identifier out"
                );
                break;
            case Form.CheckDigitFails:
                Warn(form, "value", $"{known.Name}: its check digit does not hold", "Ask for it again", found);
                break;
        }
    }

    private void Warn(FormObject form, string field, string warning, string remedy, List<string> found)
    {
        warnings.Add(form.PathOf(field), warning, remedy);
        found.Add($"{warning}. {remedy}.");
    }
}
