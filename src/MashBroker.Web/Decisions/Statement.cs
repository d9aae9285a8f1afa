using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Decisions;

/// <summary>The body of a request that states something of one kind.</summary>
internal static class Statement
{
    public static async Task<(T? Statement, IReadOnlyList<FieldFault> Faults)> ReadAsync<T>(
        HttpRequest request,
        DateTimeOffset now,
        CancellationToken cancellation
    )
        where T : CaseStatement
    {
        var body = await Body.ReadAsync(request, CaseEntryDoor.SizeLimit, cancellation);
        var reading = CaseEntryDoor.Read(CaseEntryKinds.Of<T>(), body ?? new byte[CaseEntryDoor.SizeLimit + 1], now);
        return ((T?)reading.Statement, reading.Faults);
    }
}
