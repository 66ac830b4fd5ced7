using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Messaging;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Architecture;

/// <summary>One route of a running process.</summary>
/// <param name="Policy">Its policy; <c>anonymous</c> or <c>sidecar</c> where it knows no accounts; null when somebody forgot.</param>
public sealed record Access(string Process, string Method, string Route, string? Policy, string Name, string Summary)
{
    public const string Anonymous = "anonymous";
    public const string Sidecar = "sidecar";

    public bool IsUnsafe => Method is not ("GET" or "HEAD" or "any");

    /// <summary>Every route of a process, by route and method.</summary>
    public static IReadOnlyList<Access> Of(IRunning process) =>
    [
        .. process.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => Methods(endpoint).Select(method => new Access(
                process.Name, method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), PolicyOf(endpoint),
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "",
                endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "")))
            .OrderBy(a => a.Route, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal)
    ];

    public bool Allows(string role) => Policy is Anonymous || Policies.Allowed.TryGetValue(Policy ?? "", out var roles) && roles.Contains(role);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["any"];

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata switch
    {
        var m when m.GetMetadata<SidecarOnly>() is not null => Sidecar,
        var m when m.GetMetadata<IAllowAnonymous>() is not null => Anonymous,
        var m => m.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).SingleOrDefault(policy => policy is not null)
    };
}

/// <summary>All of them as a page for people: <c>docs/access.md</c>.</summary>
public static class AccessTable
{
    private const string Head =
        """
        # Who may call what

        Every route of every process with its policy, written by `tests/Architecture.Tests` (`UPDATE_APPROVED=1`) and compared with
        the running processes on every test run. A policy knows the role only; whether the thing is the caller's own is each
        command's rule, and tried for every command by `EveryCommandTests`. A route without a policy is closed to everybody.

        `anonymous` knows no accounts. `sidecar` asks for the sidecar's token instead of an account's. The gateway's `SignedIn` and
        `Browser` let any role pass, by token or by session; the service behind it judges again.
        """;

    public static string Write(IReadOnlyList<IRunning> processes)
    {
        var page = new StringBuilder(Head).Append("\n\n| policy | roles |\n|---|---|\n");
        foreach (var (policy, roles) in Policies.Allowed)
        {
            var client = Policies.Client.TryGetValue(policy, out var only) ? $", the client `{only}` alone" : "";
            page.Append(null, $"| {policy} | {(roles.Count == Roles.All.Count ? "every role" : string.Join(", ", roles))}{client} |\n");
        }

        foreach (var process in processes)
        {
            page.Append(null, $"\n## {process.Name}\n\n| method | route | policy | what it does |\n|---|---|---|---|\n");
            foreach (var access in Access.Of(process))
            {
                page.Append(null, $"| {access.Method} | `{access.Route.Replace("|", "\\|", StringComparison.Ordinal)}` | {access.Policy} | {access.Summary} |\n");
            }
        }

        return page.ToString();
    }
}
