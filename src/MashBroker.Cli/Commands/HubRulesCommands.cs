using System.CommandLine;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>The rules of a hub: whether a file of them can be used, and what they are in plain English.</summary>
internal static class HubRulesCommands
{
    public static Command Check()
    {
        var hub = new Argument<string>("hub")
        {
            Description =
                "A profile's file (ops/hubs/schema/hub-profile.schema.json), or the code of one that is carried.",
        };
        var command = new Command("check", "Says everything that is wrong with the file of a hub's rules.") { hub };
        command.SetAction(parsed =>
        {
            var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(hub));
            Output.Line(
                $"{profile.Name} can be used: {profile.Criteria.Count} criteria, {profile.Agencies.Count} agencies, {profile.Outcomes.Count} outcomes."
            );
            Output.Line($"  bank holidays are known {HolidayAlarm.Covered(profile)}");
            var now = TimeProvider.System.GetUtcNow();
            var notes = ProfileNotes.On(profile, ReturnTerms.Today(profile, now));
            foreach (var note in HolidayAlarm.At(profile, now) is { } alarm ? [alarm, .. notes] : notes)
            {
                Output.Line($"  note: {note}");
            }
        });
        return command;
    }

    public static Command Show()
    {
        var hub = new Argument<string>("hub")
        {
            Description = "Code of a profile that is carried, or a profile's file.",
            DefaultValueFactory = _ => HubProfiles.Sample,
        };
        var command = new Command("show", "The rules of a hub in plain English, as a manager would read them.") { hub };
        command.SetAction(parsed =>
        {
            var profile = ProcessOptions.LoadProfile(parsed.GetRequiredValue(hub));
            foreach (var line in PlainRules.Of(profile))
            {
                Output.Line(line);
            }
        });
        return command;
    }
}
