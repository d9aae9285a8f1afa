using MashBroker.Rules;
using MashBroker.Sealing;
using Microsoft.Extensions.Options;

namespace MashBroker.Hub;

/// <summary>The agencies of the profile that can be asked: they have an adapter and the hub has their certificates.</summary>
internal sealed class ConnectedAgencies(IOptions<HubOptions> options, HubProfile profile, TrustRegister register)
{
    /// <summary>As the register is now: an agency that was enrolled while the hub ran is asked from then on.</summary>
    public IReadOnlyList<string> Codes
    {
        get
        {
            var registered = Registered(profile, register);
            return
            [
                .. profile
                    .Agencies.Select(agency => agency.Code)
                    .Where(code => options.Value.ConnectedAgencies?.Contains(code) ?? registered.Contains(code)),
            ];
        }
    }

    public static HashSet<string> Registered(HubProfile profile, TrustRegister register) =>
        register.Parties.Where(party => party.Hub == profile.Code).Select(party => party.Name).ToHashSet();
}

/// <summary>Settings that contradict the profile or the register stop the start, all named at once.</summary>
internal sealed class HubOptionsCheck(HubProfile profile, TrustRegister register) : IValidateOptions<HubOptions>
{
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var registered = ConnectedAgencies.Registered(profile, register);
        var known = profile.Agencies.Select(agency => agency.Code).ToHashSet();
        string[] faults =
        [
            .. (options.ConnectedAgencies ?? [])
                .Where(agency => !known.Contains(agency))
                .Select(agency =>
                    $"Hub:ConnectedAgencies names '{agency}', which the profile '{profile.Code}' does not ask. Take it out, or add it to the profile."
                ),
            .. (options.ConnectedAgencies ?? [])
                .Where(agency => known.Contains(agency) && !registered.Contains(agency))
                .Select(agency =>
                    $"Hub:ConnectedAgencies names '{agency}', whose certificates are not registered. Put {agency}.signing.crt and {agency}.agreement.crt into the register, or take it out."
                ),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
