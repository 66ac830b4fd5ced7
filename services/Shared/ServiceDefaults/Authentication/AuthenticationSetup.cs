using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PilotRegistry.ServiceDefaults;

public static class AuthenticationSetup
{
    /// <summary>
    /// Bearer tokens of the issuer named in the section <c>Auth</c>, the policies by name, and a fallback that denies.
    /// The host still calls <c>UseAuthentication</c> and <c>UseAuthorization</c>.
    /// </summary>
    public static IServiceCollection AddRegistryAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TokenIssuer>().Bind(configuration.GetSection("Auth")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(nameof(IssuerKeys), http => http.Timeout = TimeSpan.FromSeconds(5));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<IssuerKeys>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(IssuerKeys))));
        services.AddAuthentication(BearerHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Scheme, configureOptions: null);
        services.AddAuthorization(Policies.Add);
        return services;
    }
}
