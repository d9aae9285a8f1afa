using MashBroker.Adapters.Sources;
using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Adapters.AdultServices;

/// <summary>Finds everybody in the extract who may be the person asked about.</summary>
internal sealed class PersonSearch(SqlSource database, AdultServicesOptions options)
{
    private static readonly string FamilyPrefix = SearchKeys.PrefixInSql("family_name");
    private static readonly string PreviousPrefix = SearchKeys.PrefixInSql("previous_family_name");
    private static readonly string GivenPrefix = SearchKeys.PrefixInSql("given_name");

    private const string Persons = """
        select
            person_id,
            family_name,
            given_name,
            previous_family_name,
            known_as,
            date_of_birth,
            gender,
            nhs_number,
            telephone,
            address_line,
            town,
            postcode,
            no_fixed_address
        from person
        """;

    private static readonly string Candidates = $"""
        {Persons}
        where replace(nhs_number, ' ', '') in @nhs
            or date_of_birth in @dates
            or (date_of_birth in @slips and ({FamilyPrefix} in @prefixes or {GivenPrefix} in @prefixes))
            or (
                (date_of_birth is null or date_of_birth between @bornFrom and @bornTo)
                and ({FamilyPrefix} in @prefixes or {PreviousPrefix} in @prefixes)
            )
            or upper(replace(postcode, ' ', '')) in @postcodes
        order by person_id
        """;

    public async Task<IReadOnlyList<Candidate>> FindAsync(Subject subject, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            Candidates,
            new Dictionary<string, object>(SearchKeys.Of(subject).AsParameters())
            {
                ["nhs"] = SearchKeys.Identifiers(subject, IdentifierScheme.NhsNumber),
            },
            Person,
            cancellation
        );
        return found.Count <= options.MostCandidates
            ? found
            : throw new RecordsUnavailableException(
                $"{options.SystemName}: more than {options.MostCandidates} people resemble the one asked about. "
                    + "Ask again with an NHS number, a date of birth or a postcode."
            );
    }

    /// <summary>Asks for nobody, so that a view or column that is not there is known before a child is asked about.</summary>
    public Task ProbeAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            $"{Persons} where person_id = @id",
            new Dictionary<string, object> { ["id"] = "" },
            Person,
            cancellation
        );

    private static Candidate Person(SqlRow row) =>
        new()
        {
            RecordId = row.Text("person_id"),
            Names = [.. Names(row)],
            DateOfBirth = row.Date("date_of_birth"),
            Gender = row.TextOrNull("gender"),
            Identifiers = row.TextOrNull("nhs_number") is { } nhs
                ? [new Identifier(IdentifierScheme.NhsNumber, nhs)]
                : [],
            Telephones = row.TextOrNull("telephone") is { } telephone ? [telephone] : [],
            Addresses = PersonAddress.Read(row) is { } address ? [address] : [],
        };

    private static IEnumerable<PersonName> Names(SqlRow row)
    {
        var (given, family) = (row.Text("given_name"), row.Text("family_name"));
        yield return new PersonName { Given = given, Family = family };
        if (row.TextOrNull("previous_family_name") is { } previous)
        {
            yield return new PersonName
            {
                Given = given,
                Family = previous,
                Use = NameUse.Previous,
            };
        }

        if (row.TextOrNull("known_as") is { } knownAs)
        {
            yield return new PersonName
            {
                Given = knownAs,
                Family = family,
                Use = NameUse.Alias,
            };
        }
    }
}

/// <summary>A person's address as the contract has it; null where the extract has none.</summary>
internal static class PersonAddress
{
    public static Address? Read(SqlRow row)
    {
        var address = new Address
        {
            Lines = new[] { row.TextOrNull("address_line"), row.TextOrNull("town") }.OfType<string>().ToList(),
            Postcode = row.TextOrNull("postcode"),
            NoFixedAddress = row.Flag("no_fixed_address"),
        };
        return address.NoFixedAddress || address.Lines.Count > 0 || address.Postcode is not null ? address : null;
    }
}
