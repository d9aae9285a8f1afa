using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Cases;
using MashBroker.Ledger.Contacts;
using MashBroker.Rules;
using MashBroker.Web.Contacts;
using MashBroker.Web.Readings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MashBroker.Web.Forms;

/// <summary>Contacts that come as the hub's Word form.</summary>
internal static class FormEndpoints
{
    // Base64 is a third longer, and the rest of the object is short.
    private const int BodyLimit = (WordFile.SizeLimit * 4 / 3) + (64 * 1024);

    public static void MapForms(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/api/contacts/form",
            () => Results.Bytes(FormTemplate.Write(), Word.FileType, FormTemplate.FileName)
        );
        app.MapPost("/api/contacts/form", ImportAsync);
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request,
        HubProfile profile,
        ContactIntake intake,
        Reader user,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await Body.ReadAsync(request, BodyLimit, cancellation) is not { } body)
        {
            return Faults.Answer(
                StatusCodes.Status413PayloadTooLarge,
                "The form is too large. Nothing was written.",
                new FieldFault("document", $"is larger than {WordFile.SizeLimit / 1024} KB", "Take pictures out of it.")
            );
        }

        var (submission, document, faults) = FormSubmission.Read(body);
        if (submission is null)
        {
            return Refuse(faults);
        }

        var now = clock.GetUtcNow();
        var reader = new FormReader(profile.Zone);
        var whole = FormImport.Of(reader, document, new HashSet<string>(), now);
        if (submission.DryRun)
        {
            return Results.Json(new FormView(whole.Unread, whole.Warnings, whole.Written), MashJson.Options);
        }

        // Only what somebody was told is unread can be left out: nothing that was read gets lost by naming it.
        var leaveOut = submission.LeaveOut.ToHashSet(StringComparer.Ordinal);
        leaveOut.ExceptWith(whole.Unread.Select(each => each.Path));
        if (leaveOut.Count > 0)
        {
            return Refuse([
                .. whole.Unread,
                new FieldFault(
                    "leaveOut",
                    "names what is not unread",
                    "Name fields exactly as they are listed; what can be read cannot be left out."
                ),
            ]);
        }

        leaveOut.UnionWith(submission.LeaveOut);
        var import = leaveOut.Count == 0 ? whole : FormImport.Of(reader, document, leaveOut, now);
        if (import.Contact is not { } contact || import.Unread.Count > 0)
        {
            return Refuse(import.Unread);
        }

        // What a form says is one contact however often it is sent; Word writes other bytes each time it saves.
        var words = Encoding.UTF8.GetBytes(import.Written!.ToJsonString(MashJson.Options));
        var key = $"form {Convert.ToHexStringLower(SHA256.HashData(words))}";
        return await intake.TakeAsync(
            contact,
            import.Warnings,
            key,
            user,
            cancellation,
            (change, reference) => RecordAsync(change, reference, submission, user)
        );
    }

    private static async Task RecordAsync(
        LedgerTransaction change,
        string reference,
        FormSubmission submission,
        Reader user
    )
    {
        await AuditStore.AppendAsync(
            change,
            submission.By ?? user.Actor,
            AuditAct.FormImported,
            subject: reference,
            detail: $"{submission.LeaveOut.Count} fields left out"
        );
        if (submission.LeaveOut.Count > 0)
        {
            await CaseFile.AddAsync(
                change,
                (await ContactStore.FindAsync(change, reference))!,
                new FormLeftOut
                {
                    By = submission.By!,
                    Role = submission.Role!,
                    Fields = submission.LeaveOut,
                }
            );
        }
    }

    private static IResult Refuse(IReadOnlyList<FieldFault> faults) =>
        Faults.Answer(
            StatusCodes.Status400BadRequest,
            "The form was not taken. Nothing was written. Mend it, or leave out by name what cannot be read and is not required.",
            faults
        );
}

/// <summary>What a form says, before anything is written.</summary>
/// <param name="Contact">As the hub would take it; absent where the document is no form.</param>
/// <param name="Unread">Every field that could not be read, and what stands beside the fields, with what to do.</param>
public sealed record FormView(
    IReadOnlyList<FieldFault> Unread,
    IReadOnlyList<FieldFault> Warnings,
    JsonObject? Contact = null
);
