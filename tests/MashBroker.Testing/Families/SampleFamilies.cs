using System.Text.Json;
using MashBroker.Contracts.Json;

namespace MashBroker.Testing.Families;

/// <summary>Invented households and the strangers who resemble them: the checked-in list, or fresh ones of the same kinds.</summary>
public sealed record SampleFamilies
{
    /// <summary>The day that all ages and dates suit.</summary>
    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<SampleHousehold> Households { get; init; }

    /// <summary>In the agencies' records like anybody else, never the right answer.</summary>
    public required IReadOnlyList<SamplePerson> Strangers { get; init; }

    /// <summary>Everybody whom an enquiry may be about.</summary>
    public IEnumerable<SamplePerson> Members() => Households.SelectMany(household => household.Persons);

    /// <summary>Everybody whom an agency may hold.</summary>
    public IEnumerable<SamplePerson> Everybody() => Members().Concat(Strangers);

    public SamplePerson Person(string id) => Everybody().Single(person => person.Id == id);

    /// <summary>The master list, <c>agency-adapters/samples/families.json</c>.</summary>
    public static SampleFamilies Load()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "agency-adapters", "samples", "families.json"));
        return JsonSerializer.Deserialize<SampleFamilies>(file, MashJson.Options)!;
    }
}
