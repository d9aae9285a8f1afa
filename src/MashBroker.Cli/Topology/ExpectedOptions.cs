using System.CommandLine;
using MashBroker.Messaging.Administration;

namespace MashBroker.Cli.Topology;

/// <summary>What the broker's administrator says is meant, so that a check does not name it.</summary>
internal sealed class ExpectedOptions
{
    private readonly Option<string[]> _administrators = new("--administrator")
    {
        Description = "Another user who may have the administrator tag; repeat.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _tls = new("--expect-tls")
    {
        Description =
            "Nobody may come in without TLS, save from the broker's own machine. Goes without saying with --certificates.",
    };

    public void AddTo(Command command)
    {
        command.Add(_administrators);
        command.Add(_tls);
    }

    public BrokerExpectations Of(ParseResult parsed, BrokerManagement management) =>
        new([management.User, .. parsed.GetValue(_administrators) ?? []], parsed.GetValue(_tls));
}
