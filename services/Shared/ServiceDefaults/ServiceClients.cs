using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using RestEase;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Typed clients to other services. They speak with the caller's own token: nobody sees more through a detour.</summary>
public static class ServiceClients
{
    /// <summary>A client to <paramref name="service"/>, whose address is <c>Services:{service}</c>.</summary>
    public static IServiceCollection AddServiceClient<TClient>(this IServiceCollection services, string service)
        where TClient : class
    {
        services.AddHttpClient(service, (provider, http) =>
        {
            http.BaseAddress = new Uri(provider.GetRequiredService<IConfiguration>().AddressOf(service));
            http.Timeout = TimeSpan.FromSeconds(10);
        }).AddHttpMessageHandler(provider => new CallersToken(provider.GetRequiredService<IHttpContextAccessor>(), service));
        services.AddScoped(provider => new RestClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(service))
        {
            ResponseDeserializer = new JsonAnswers(),
        }.For<TClient>());
        return services;
    }

    /// <summary>Where a service answers: the setting <c>Services:{service}</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public static string AddressOf(this IConfiguration configuration, string service) =>
        configuration[$"Services:{service}"] ?? throw new InvalidOperationException($"Set Services__{service} to the address of that service.");

    /// <summary>The thing, or null when the other service knows none or does not show it to this caller.</summary>
    public static async Task<T?> FoundAsync<T>(this Task<Response<T>> answer)
        where T : class
    {
        var response = await answer;
        return response.ResponseMessage.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden => null,
            HttpStatusCode.OK => response.GetContent(),
            var status => throw new ServiceUnavailableException($"Another service answered {(int)status}; try again in a moment.")
        };
    }

    private sealed class CallersToken(IHttpContextAccessor accessor, string service) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if ((string?)accessor.HttpContext?.Request.Headers.Authorization is { } token)
            {
                request.Headers.Authorization = AuthenticationHeaderValue.Parse(token);
            }

            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException away)
            {
                throw new ServiceUnavailableException($"The service {service} does not answer; try again in a moment.", away);
            }
        }
    }

    private sealed class JsonAnswers : ResponseDeserializer
    {
        public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info) =>
            JsonSerializer.Deserialize<T>(content!, RegistryJson.Events)!;
    }
}

/// <summary>Something this service needs does not answer; nothing was recorded.</summary>
public class ServiceUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
