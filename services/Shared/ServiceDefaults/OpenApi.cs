using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace PilotRegistry.ServiceDefaults;

/// <summary>The service's OpenAPI 3.1 document, as seen through the gateway.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string name) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = $"PilotRegistry {name}", Version = "v1" };
            document.Servers = [new() { Url = name == "disclosure" ? "/api/public/v1" : $"/api/{name}/v1" }];
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, context, _) =>
        {
            // Decimals are written as strings and read as strings or numbers (RegistryJson).
            if (Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is { } inner ? inner == typeof(decimal) : context.JsonTypeInfo.Type == typeof(decimal))
            {
                schema.Type = JsonSchemaType.String | (schema.Type & JsonSchemaType.Null);
                schema.Format = "decimal";
            }

            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>()
                .Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(IfMatch))))
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "The ETag of what the caller decided on.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
    });
}
