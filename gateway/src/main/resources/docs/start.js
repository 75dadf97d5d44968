'use strict';

// A token that is pasted under "Authorize" stays in this page and is gone with it.
SwaggerUIBundle({
  url: '/openapi.json',
  domNode: document.getElementById('documentation'),
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
});
