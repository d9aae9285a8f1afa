using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web;

/// <summary>What the API says when it cannot do what was asked: every fault at once, each with its field and its remedy.</summary>
/// <param name="Digest">Of what the leak check found, where that is what stands in the way: an override names it.</param>
public sealed record Faults(string Title, IReadOnlyList<FieldFault> All, string? Digest = null)
{
    internal static IResult Answer(int status, string title, params IReadOnlyList<FieldFault> faults) =>
        Results.Json(new Faults(title, faults), MashJson.Options, "application/problem+json", status);

    internal static IResult NotFound(string what, string remedy) =>
        Answer(StatusCodes.Status404NotFound, $"There is no such {what}. {remedy}");
}
