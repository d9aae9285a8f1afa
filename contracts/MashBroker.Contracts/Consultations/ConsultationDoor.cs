using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Contracts.Consultations;

/// <summary>Reads a consultation as it arrives; reports every fault at once, and refuses whatever would name a child or family.</summary>
public static class ConsultationDoor
{
    private const string Whole = "consultation";
    private const int LevelsOfNeed = 4;

    private const string Subject =
        "Leave it out: a consultation is to keep nothing of a child or family. Where they have to be named, send a contact";

    // Fields by which a form could name somebody. An unknown field is refused anyway; these are told why.
    private static readonly IReadOnlyList<string> NamingSomebody =
    [
        "child",
        "children",
        "subject",
        "subjects",
        "people",
        "person",
        "family",
        "name",
        "names",
        "dateOfBirth",
        "dob",
        "age",
        "address",
        "addresses",
        "postcode",
        "telephone",
        "telephones",
        "email",
        "school",
        "identifiers",
        "nhsNumber",
        "upn",
        "contact",
        "enquiry",
        "reference",
    ];

    private static readonly TextLimit Note = new(400, HasLines: true);

    /// <param name="json">UTF-8 JSON as received.</param>
    /// <param name="now">The hub's clock: <c>askedAt</c> may not lie after it; absent, it is this.</param>
    public static ConsultationReading Read(ReadOnlySpan<byte> json, DateTimeOffset now)
    {
        using var document = StrictJson.Parse(json, out var fault);
        if (document is null)
        {
            return Refuse("cannot be read", fault!.TrimEnd('.'));
        }

        var faults = new FaultList();
        var form = FormObject.Of(document.RootElement, "", faults);
        if (form is null)
        {
            return Refuse("is not an object", "Send one object with asker, topic, advice, by and role");
        }

        var consultation = Read(form, now);
        return faults.IsEmpty
            ? new ConsultationReading(consultation, [])
            : new ConsultationReading(null, faults.All) { Incomplete = consultation };
    }

    private static Consultation Read(FormObject form, DateTimeOffset now)
    {
        var read = new Consultation
        {
            AskedAt = form.Moment("askedAt", now) ?? now,
            Asker = form.Object("asker", ReadAsker) ?? new Asker { Kind = default },
            Topic = form.Code("topic", ConsultationTopic.All, required: true) ?? "",
            LevelOfNeed = form.Number("levelOfNeed", 1, LevelsOfNeed),
            Advice = form.Code("advice", ConsultationAdvice.All, required: true) ?? "",
            Note = form.Text("note", Note),
            By = form.Text("by", TextLimit.Name, required: true) ?? "",
            Role = form.Text("role", TextLimit.Line, required: true) ?? "",
        };
        form.Forbid(NamingSomebody, "would name somebody", Subject);
        form.RefuseUnknown();
        Check(form, "note", NamelessText.Judge(read.Note));
        Check(form, "by", NamelessLine.JudgeName(read.By), NamelessLine.NameRemedy);
        Check(form, "role", NamelessLine.JudgeRole(read.Role), NamelessLine.RoleRemedy);
        return read;
    }

    private static Asker ReadAsker(FormObject form)
    {
        var asker = new Asker
        {
            Kind = form.Word<ReferrerKind>("kind", required: true) ?? default,
            Name = form.Text("name", TextLimit.Name),
            Role = form.Text("role", TextLimit.Line),
            Organisation = form.Text("organisation", TextLimit.Line),
        };
        if (asker is { Kind: ReferrerKind.MemberOfPublic or ReferrerKind.Family, Name: not null })
        {
            form.Fault(
                "name",
                "is given for somebody who is no professional",
                "Leave it out: only professionals are named in a consultation"
            );
        }

        Check(form, "name", NamelessLine.JudgeName(asker.Name), NamelessLine.NameRemedy);
        Check(form, "role", NamelessLine.JudgeRole(asker.Role), NamelessLine.RoleRemedy);
        Check(
            form,
            "organisation",
            NamelessLine.JudgeOrganisation(asker.Organisation),
            NamelessLine.OrganisationRemedy
        );
        return asker;
    }

    private static void Check(
        FormObject form,
        string field,
        IReadOnlyList<string> findings,
        string remedy = NamelessText.Remedy
    )
    {
        foreach (var finding in findings)
        {
            form.Fault(field, finding, remedy);
        }
    }

    private static ConsultationReading Refuse(string fault, string remedy) =>
        new(null, [new FieldFault(Whole, fault, remedy)]);
}

/// <summary>Invariant: exactly one of a consultation or at least one fault.</summary>
public sealed record ConsultationReading(Consultation? Consultation, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>
    /// What could be read of a faulty form, so that what else stands in the way of it is said at the same time. Never put on record.
    /// </summary>
    public Consultation? Incomplete { get; init; }
}
