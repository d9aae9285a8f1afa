using System.Text.Json.Nodes;
using MashBroker.Contracts.Contacts;
using NodaTime;

namespace MashBroker.Web.Forms;

/// <summary>Reads a filled-in referral form. Nothing that stands on it is passed over in silence.</summary>
/// <param name="zone">Of the hub, IANA: times on a form are by its clock.</param>
internal sealed class FormReader(string zone)
{
    private const string ReadBySomebody = "Read it, put it into a field where it matters, and";

    private readonly FormValues _values = new(DateTimeZoneProviders.Tzdb[zone]);

    /// <param name="leaveOut">Paths that a person has seen to be unread and leaves out.</param>
    public FormReading Read(byte[] document, IReadOnlySet<string> leaveOut)
    {
        var (file, fault) = WordFile.Open(document);
        if (file is null)
        {
            return Nothing(fault!);
        }

        var form = FilledForm.Of(file.Body);
        if (!form.IsOurs)
        {
            return Nothing(
                new FieldFault(
                    FormReading.Document,
                    "has no field of the referral form",
                    $"Fill in the hub's empty form ({FormTemplate.FileName}) with Word: some other programs lose its fields"
                )
            );
        }

        var unread = new List<FieldFault>();
        var contact = new FormContact();
        foreach (var section in ReferralForm.Sections)
        {
            if (section.Repeats is null)
            {
                ReadRow(section, 0, form, contact, unread);
                continue;
            }

            for (var row = 0; row < form.Rows(section.Repeats); row++)
            {
                ReadRow(section, row, form, contact, unread);
            }
        }

        unread.AddRange(Beside(file, form));
        unread.RemoveAll(each => leaveOut.Contains(each.Path));
        foreach (var path in leaveOut)
        {
            contact.Remove(path);
        }

        return new FormReading(contact.Write(out var fields), unread, fields);
    }

    private void ReadRow(FormSection section, int row, FilledForm form, FormContact contact, List<FieldFault> unread)
    {
        var read = section
            .Fields.Select(field => (field, path: FilledForm.PathOf(field.Tag, row)))
            .Select(one => (one.field, one.path, value: _values.Read(one.field, form.At(one.path))))
            .ToList();
        if (section.Repeats is not null && read.TrueForAll(one => one.value is { IsEmpty: true } or { IsGone: true }))
        {
            // A row of the empty form that nobody filled in.
            return;
        }

        foreach (var (field, path, value) in read)
        {
            if (value.Fault is { } fault)
            {
                unread.Add(new FieldFault(path, $"(\"{field.Label}\") {fault}", value.Remedy!));
            }

            if (value.Json is { } json)
            {
                contact.Add(field, path, json);
            }
        }
    }

    private static IEnumerable<FieldFault> Beside(WordFile file, FilledForm form)
    {
        if (form.OtherText > 0)
        {
            yield return About(
                "text",
                $"stands beside the fields, in {form.OtherText} {(form.OtherText == 1 ? "place" : "places")}",
                ReadBySomebody
            );
        }

        if (form.OtherFields > 0)
        {
            yield return About("fields", $"are none of the form's: {form.OtherFields} filled in", ReadBySomebody);
        }

        if (form.HasPictures)
        {
            yield return About("pictures", "are in the document, and cannot be read", ReadBySomebody);
        }

        if (form.HasTrackedChanges)
        {
            yield return About(
                "changes",
                "are tracked: it was read as if all of them were accepted",
                "See whether it is meant so, accept or reject them in Word, and"
            );
        }

        foreach (var part in file.BesideText)
        {
            yield return About(part, "holds words, which no field takes", ReadBySomebody);
        }
    }

    private static FieldFault About(string part, string fault, string remedy) =>
        new($"{FormReading.Document}.{part}", fault, $"{remedy} send it again");

    private static FormReading Nothing(FieldFault fault) => new(null, [fault], new Dictionary<string, string>());
}
