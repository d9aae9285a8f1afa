using MashBroker.Adapters.Inbox;
using MashBroker.Sealing;
using MashBroker.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters;

/// <summary>An adapter ready to run.</summary>
public sealed class AdapterApp : IAsyncDisposable
{
    /// <summary>The settings, the keys or the inbox are not usable; standard error says what is wrong with each.</summary>
    public const int CannotStart = 2;

    /// <summary>The words of a command are off.</summary>
    public const int Usage = 1;

    /// <summary>What was asked for is not in the inbox.</summary>
    public const int NotFound = 3;

    /// <summary>What was to be proven is not: a signature or its certificate does not hold.</summary>
    public const int NotGenuine = 6;

    private readonly WebApplication _web;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly string[] _arguments;

    internal AdapterApp(WebApplication web, string[] arguments) => (_web, _arguments) = (web, arguments);

    public IServiceProvider Services => _web.Services;

    /// <summary>Completes once it attends its lanes and answers on <see cref="Urls"/>.</summary>
    public Task Started => _started.Task;

    /// <summary>Addresses of the health endpoints, once it runs.</summary>
    public ICollection<string> Urls => _web.Urls;

    /// <summary>Runs until it is told to stop, or does what a first word asks: <c>enrol</c>, <c>proof</c>, <c>audit-heads</c>. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (_arguments is [EnrolCommand.Verb, .. var rest])
        {
            return await EnrolCommand.RunAsync(
                _web.Configuration.GetSection(AdapterOptions.Section).Get<AdapterOptions>() ?? new(),
                rest
            );
        }

        try
        {
            CoreDumps.SwitchOff();
            if (ProofCommands.AreNamed(_arguments))
            {
                var options = _web.Services.GetRequiredService<IOptions<AdapterOptions>>().Value;
                return ProofCommands.Run(_arguments, options, Console.Out, Console.Error);
            }

            // Before anything is made of the settings: what is made first would tell of its own alone.
            _web.Services.GetService<IStartupValidator>()?.Validate();
            await _web.StartAsync(cancellation);
        }
        catch (Exception exception) when (WhatToPutRight(exception) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync("The adapter cannot start:");
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync($"- {fault}");
            }

            return CannotStart;
        }

        _started.TrySetResult();
        await _web.WaitForShutdownAsync(cancellation);
        return 0;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static List<string> WhatToPutRight(Exception exception) =>
        exception switch
        {
            AggregateException several => [.. several.InnerExceptions.SelectMany(WhatToPutRight)],
            OptionsValidationException options => [.. options.Failures],
            KeyFolderException
            or VaultException
            or InboxUnusableException
            or System.ComponentModel.DataAnnotations.ValidationException => [exception.Message],
            _ => [],
        };
}
